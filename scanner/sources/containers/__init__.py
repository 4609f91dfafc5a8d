"""Containers: what holds other contents, opened by how it begins and not by its name."""
