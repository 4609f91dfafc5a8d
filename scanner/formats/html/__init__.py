"""The HTML report: one page that holds all it needs, for people who did not run the scan."""
