"""The JSON report of one visit and the folder of many."""
