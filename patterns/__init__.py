"""What an AWS credential looks like, whose it is, and what to do about it: declarations only."""
