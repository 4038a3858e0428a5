"""A text file in, plain data with positions or findings out."""
