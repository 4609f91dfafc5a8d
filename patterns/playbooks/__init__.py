"""One file per situation; each holds one `PLAYBOOK`."""
