"""Photos that tell where they were taken are found; broken and forged ones do no harm."""

import struct
import time

import pytest

from asiakaskunto_cli.visit.position import has_position

LATITUDE, VERSION = 2, 0


def folder(order, *entries):
    """Return a TIFF folder of (tag, value)."""
    packed = b"".join(struct.pack(f"{order}HHII", tag, 4, 1, value) for tag, value in entries)
    return struct.pack(f"{order}H", len(entries)) + packed + bytes(4)


def exif(order="<", gps_tag=LATITUDE, pointer=None, first=8):
    """Return an EXIF block whose GPS folder follows the first one."""
    head = {"<": b"II*\0", ">": b"MM\0*"}[order] + struct.pack(f"{order}I", first)
    outer = folder(order, (0x0112, 1), (0x8825, 0))
    place = len(head) + len(outer) if pointer is None else pointer
    outer = folder(order, (0x0112, 1), (0x8825, place))
    return b"Exif\0\0" + head + outer + folder(order, (gps_tag, 0))


def jpeg(block):
    """Return a JPEG whose APP1 segment is the block, after a JFIF segment."""
    segments = (b"\xff\xe0", b"JFIF\0" + bytes(9)), (b"\xff\xe1", block)
    body = b"".join(mark + struct.pack(">H", len(data) + 2) + data for mark, data in segments)
    return b"\xff\xd8" + body + b"\xff\xda" + b"pixels" * 50 + b"\xff\xd9"


@pytest.mark.parametrize("order", ["<", ">"])
def test_a_jpeg_with_a_latitude_has_a_position_in_both_byte_orders(order):
    assert has_position(jpeg(exif(order)))


def test_a_heic_item_with_a_latitude_has_a_position():
    assert has_position(b"\0\0\0\x18ftypheic" + bytes(300) + b"\0\0\0\6" + exif(">"))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"plain text",
        jpeg(b"http://ns.adobe.com/xap/1.0/\0<x/>"),
        jpeg(exif(gps_tag=VERSION)),
        jpeg(exif(pointer=0xFFFFFFFF)),
        jpeg(exif(first=0xFFFFFFF0)),
        jpeg(b"Exif\0\0II*\0"),
        jpeg(b"Exif\0\0XX*\0" + bytes(40)),
        b"Exif\0\0",
    ],
    ids=range(9),
)
def test_other_and_broken_files_have_none(content):
    assert not has_position(content)


@pytest.mark.parametrize("cut", range(0, 60, 7))
def test_a_block_that_is_cut_anywhere_has_none(cut):
    assert not has_position(exif()[:cut])


def test_a_file_of_nothing_but_marks_takes_no_time():
    began = time.perf_counter()
    assert not has_position(b"Exif\0\0II*\0\x08\0\0\0\xff\xff" * 500_000)
    assert time.perf_counter() - began < 1
