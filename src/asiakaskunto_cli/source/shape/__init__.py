"""Where plain data does not fit its model: what is wrong, where, and how to mend it."""
