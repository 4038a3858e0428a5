"""How the example engagement is made: from a plan and words to answers files and reports."""
