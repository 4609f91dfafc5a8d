"""Packs: what is looked for beside AWS credentials. Loaded only where the settings ask for it."""
