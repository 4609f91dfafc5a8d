"""How well Akia and other scanners detect: made-up leaks and baits with their truth, and what each program says of them."""
