//! What past decisions answer, without the disk: the filter language, the distance between two cases, the statistics.
