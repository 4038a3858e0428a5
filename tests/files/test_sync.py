"""Syncing asks for all that the system offers, and passes errors of the disk on."""

import errno
import fcntl
import os
import sys

import pytest

from asiakaskunto_cli.files import sync

FULL_SYNC = 51  # F_FULLFSYNC of macOS


@pytest.fixture
def asked(monkeypatch):
    """Return the list of what was asked for, on a system that has F_FULLFSYNC."""
    calls = []
    monkeypatch.setattr(sync, "_FULL_SYNC", FULL_SYNC)
    monkeypatch.setattr(os, "fsync", lambda _fd: calls.append("fsync"))
    return calls


def answer(monkeypatch, calls, code):
    def full_sync(_descriptor, command):
        calls.append(command)
        if code:
            raise OSError(code, os.strerror(code))

    monkeypatch.setattr(fcntl, "fcntl", full_sync)


def test_macos_flushes_the_cache_of_the_drive(monkeypatch, asked):
    answer(monkeypatch, asked, 0)
    sync.sync_file(3)
    assert asked == [FULL_SYNC]


def test_macos_share_without_full_sync_gets_an_ordinary_one(monkeypatch, asked):
    answer(monkeypatch, asked, errno.ENOTSUP)
    sync.sync_file(3)
    assert asked == [FULL_SYNC, "fsync"]


def test_macos_disk_error_is_not_hidden_by_an_ordinary_sync(monkeypatch, asked):
    answer(monkeypatch, asked, errno.EIO)
    with pytest.raises(OSError, match="Input/output"):
        sync.sync_file(3)
    assert asked == [FULL_SYNC]


def test_folder_whose_disk_fails_is_an_error_and_is_closed(tmp_path, disk):
    disk.fail(lambda _now, name: name == "fsync", errno.EIO)
    with pytest.raises(OSError, match="Input/output"):
        sync.sync_folder(tmp_path)
    assert disk.calls == ["open", "fsync", "close"]


def test_folder_on_windows_is_left_alone(tmp_path, disk, monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")
    sync.sync_folder(tmp_path)
    assert disk.calls == []
