"""Continuous integration: which commits a run is for, by what each system tells in the environment."""
