"""One client engagement: `kunto.yaml`."""
