"""The results that a single score cannot tell: one module each, from visits to frozen figures.

All are driven by what the checklists say, never by ids. The order of the visits plays no part.
"""
