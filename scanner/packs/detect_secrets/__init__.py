"""detect-secrets' detectors as a pack: its code and its filters, on the lines that a prefilter selects."""
