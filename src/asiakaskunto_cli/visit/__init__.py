"""One running visit: the interview, its draft, and who asks."""
