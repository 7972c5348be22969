//! A decision's draft, its lines, its concordance with each guideline. Never touches the disk.
