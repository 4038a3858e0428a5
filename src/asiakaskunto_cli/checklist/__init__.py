"""Plain data in, a checklist or findings out."""
