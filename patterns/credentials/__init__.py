"""One file per credential family; each holds one `PATTERN`."""
