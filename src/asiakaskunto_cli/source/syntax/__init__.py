"""Where a text is no YAML: what the author did, and how to mend it, one sort of slip a module."""
