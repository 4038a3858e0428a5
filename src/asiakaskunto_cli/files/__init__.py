"""Durable writes that never overwrite, and safe reads of regular files."""
