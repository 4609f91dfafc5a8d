"""Secret access keys, which nothing in themselves tells: what they are called, and what stands beside them."""
