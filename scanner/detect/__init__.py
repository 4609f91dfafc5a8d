"""Detection: where in a content something may be a credential, whatever it is written in."""
