"""Many visits in, summaries and comparisons out. Pure."""
