"""Judging: which candidates are one credential, how sure that is, whose it is, and what to do."""
