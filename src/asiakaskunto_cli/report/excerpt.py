"""Leaves out of a sealed report the long parts that a reader has no use for, before it is parsed.

kunto writes one key a line, indented by its depth, and JSON has no line break inside a string: in
a file that is as kunto wrote it, the beginning of a line tells where a part begins and ends. Of
any other layout nothing is left out, or so much that the rest is no report: parse it whole then.
"""

from __future__ import annotations

ITEMS = b'\n "items": [\n'
END_OF_ITEMS = b"\n ],"
DEFINITION = b',\n  "definition": {\n'
END_OF_CHECKLIST = b"\n }\n}"


def without_definition(content: bytes) -> bytes:
    """Return the report without the definition of its checklist: the last of it, and most of it."""
    definition = content.rfind(DEFINITION)
    return content if definition < 0 else content[:definition] + END_OF_CHECKLIST


def without_items_and_definition(content: bytes) -> bytes:
    """Return the report without its items either."""
    definition = content.rfind(DEFINITION)
    items = content.find(ITEMS, 0, definition)
    # No other list of the report begins at this depth; searched from behind, the end is near.
    end = content.rfind(END_OF_ITEMS, items, definition)
    if min(items, end, definition) < 0:
        return content
    return content[:items] + content[end + len(END_OF_ITEMS) : definition] + END_OF_CHECKLIST
