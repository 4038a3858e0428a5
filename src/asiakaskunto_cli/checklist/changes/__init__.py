"""What became of a checklist between two versions of it, and what its version number owes that."""
