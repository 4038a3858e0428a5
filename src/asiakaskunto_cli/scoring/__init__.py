"""Answers in, scores, gates, level and classes out. Pure."""
