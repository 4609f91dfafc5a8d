"""git: its objects, its history and its settings, read as data. Nothing of a repository is ever run."""
