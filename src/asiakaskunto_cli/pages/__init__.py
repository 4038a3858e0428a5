"""Results in, pages of blocks out: what is said, and in which words."""
