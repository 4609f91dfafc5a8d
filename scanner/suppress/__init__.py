"""Suppressing: what is no leak, or known, by comments, settings and baselines. It is still told."""
