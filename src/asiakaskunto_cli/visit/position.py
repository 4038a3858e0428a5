"""Finds out whether a photo tells where it was taken, so that its sender can be warned.

EXIF is a small TIFF file inside the photo: in JPEG's APP1 segment, in an item of HEIC. Positions
kept in other ways (XMP, notes of the maker) are not looked for: a hint, never a promise.
Source: CIPA DC-008 (Exif 2.32), sections 4.5.4, 4.6.2 and 4.6.6.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

EXIF = b"Exif\0\0"
BYTE_ORDERS = {b"II*\0": "<", b"MM\0*": ">"}
GPS_FOLDER = 0x8825
GPS_LATITUDE = 2
ENTRY_BYTES = 12

# A photo has one such block, or one in each picture inside it; a forged file may have millions.
MOST_BLOCKS = 16
MOST_ENTRIES = 512


def has_position(content: bytes) -> bool:
    """Return whether an EXIF block in the file holds a latitude; broken blocks hold none."""
    return any(_has_latitude(block) for block in _exif_blocks(content))


def _exif_blocks(content: bytes) -> Iterator[memoryview]:
    """Yield what follows each mark of an EXIF block, to the end of the file."""
    place = -1
    for _number in range(MOST_BLOCKS):
        place = content.find(EXIF, place + 1)
        if place < 0:
            return
        yield memoryview(content)[place + len(EXIF) :]


def _has_latitude(tiff: memoryview) -> bool:
    order = BYTE_ORDERS.get(bytes(tiff[:4]))
    if order is None:
        return False
    try:
        (first,) = struct.unpack_from(f"{order}I", tiff, 4)
        gps = _entries(tiff, order, first).get(GPS_FOLDER)
        return gps is not None and GPS_LATITUDE in _entries(tiff, order, gps)
    except struct.error:
        return False


def _entries(tiff: memoryview, order: str, offset: int) -> dict[int, int]:
    """Return the tags of a TIFF folder, each with its value or the place of it.

    Raises struct.error when the folder reaches beyond the end.
    """
    (count,) = struct.unpack_from(f"{order}H", tiff, offset)
    return {
        tag: value
        for tag, _type, _count, value in (
            struct.unpack_from(f"{order}HHII", tiff, offset + 2 + ENTRY_BYTES * number)
            for number in range(min(count, MOST_ENTRIES))
        )
    }
