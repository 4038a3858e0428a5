"""kunto: measure and develop customer-service fitness (asiakaskunto)."""

__version__ = "0.1.0"
