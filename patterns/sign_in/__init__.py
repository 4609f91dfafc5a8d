"""Passwords with which one signs in to AWS: what one is, what it is called, who signs in, and what says that it is to AWS."""
