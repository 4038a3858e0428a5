"""The parts of a comparison: what is asked, what is counted together, and what may be said of it.

Visits are reduced once to sufficient statistics (``facts``); everything else works from those.
"""
