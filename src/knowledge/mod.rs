//! Guidelines as data with their provenance: judged three-valued, compared, their common ground. Never hides what is unknown.
