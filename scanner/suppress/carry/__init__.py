"""What other scanners were told to be silent about, carried over into a baseline."""
