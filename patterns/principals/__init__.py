"""One file per kind of evidence; each holds `SIGNALS`."""
