"""The codes of what can be wrong with a YAML file as such; a code never changes its meaning."""

from __future__ import annotations

SYNTAX = "K101"
"""The text is not YAML, or a key is not a text."""

DUPLICATE_KEY = "K102"
"""A mapping has the same key twice."""

REFERENCE = "K103"
"""An anchor (&name), an alias (*name) or a merge key (<<)."""

TAG = "K104"
"""An explicit tag: !, !name or !!name."""

TOO_DEEP = "K105"
"""Lists and mappings are nested too deep."""

TOO_LARGE = "K106"
"""The file has too many bytes, or too many keys and values."""

NOT_UTF8 = "K107"
"""The file is not text in UTF-8."""

UNSAFE_CHARACTER = "K108"
"""A character that could steer a terminal or reverse the text, written raw or as an escape."""

NOT_ONE_DOCUMENT = "K109"
"""The file is empty, or holds more than one document."""
