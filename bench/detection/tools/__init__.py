"""One file for each program: how it is run over a folder, and how its answer is read."""
