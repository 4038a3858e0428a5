"""What a checklist must mean beyond its shape: one rule, one module."""
