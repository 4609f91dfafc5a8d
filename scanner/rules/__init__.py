"""Rules of a project's own: what its settings have looked for beside AWS credentials. They are data only."""
