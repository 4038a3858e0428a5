"""What may not be read is bad input and told as such; it is never wrong usage."""

import importlib
import json
import os
import typing
from pathlib import Path

import pytest
import typer

from asiakaskunto_cli.cli.app import COMMANDS, run
from asiakaskunto_cli.errors import BadInputError
from asiakaskunto_cli.files import read

LIST = """\
kunto: 1
id: lista
version: 1.0.0
method: observe
title: Lista
sections: [{id: osa, title: Osa, items: [{id: huomio, text: Mitä näit?, type: text}]}]
"""


@pytest.fixture
def closed(tmp_path, monkeypatch):
    """Return a file that nobody may read, not even root, among others that may be read."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KUNTO_LANG", "en")
    for name in ("auki.yaml", "kiinni.yaml"):
        Path(name).write_text(LIST, encoding="utf-8")
    open_file, access = os.open, os.access

    def refusing(path, *words, **named):
        if str(path).endswith("kiinni.yaml"):
            raise PermissionError(13, "Permission denied", str(path))
        return open_file(path, *words, **named)

    def denying(path, mode, **named):
        return not str(path).endswith("kiinni.yaml") and access(path, mode, **named)

    monkeypatch.setattr(os, "open", refusing)
    monkeypatch.setattr(os, "access", denying)
    return Path("kiinni.yaml")


def test_a_file_that_may_not_be_read_is_told_and_the_others_are_checked(closed, capsys):
    with pytest.raises(BadInputError, match="no permission"):
        read.read_regular(closed, limit_bytes=10)
    assert run(["validate", str(closed), "auki.yaml", "--format", "json"]) == 3
    told = json.loads(capsys.readouterr().out)
    assert told["files"] == ["auki.yaml"]
    (unreadable,) = told["unreadable"]
    assert unreadable["message"] == "You have no permission to read kiinni.yaml."


def test_a_file_that_may_not_be_read_is_left_alone_and_the_others_are_mended(closed, capsys):
    Path("auki.yaml").write_text(LIST.replace("title: Lista", "title: 12:30"), encoding="utf-8")
    assert run(["validate", "--fix", "--yes", str(closed), "auki.yaml"]) == 3
    told = capsys.readouterr()
    assert "You have no permission to read kiinni.yaml." in told.out + told.err
    assert 'title: "12:30"' in Path("auki.yaml").read_text(encoding="utf-8")


def commands(name, app):
    """Yield the functions behind a command and its subcommands."""
    if not isinstance(app, typer.Typer):
        return
    yield from ((f"{name} {one.name or ''}", one.callback) for one in app.registered_commands)
    for group in app.registered_groups:
        yield from commands(f"{name} {group.name}", group.typer_instance)


def every_command():
    for name, (place, _summary) in COMMANDS.items():
        module, _, attribute = place.partition(":")
        loaded = importlib.import_module(f"asiakaskunto_cli.cli.{module}")
        yield from commands(name, getattr(loaded, attribute))


def test_no_command_looks_at_a_path_before_it_is_read():
    looked_at = []
    found = 0
    for name, callback in every_command():
        for key, hint in typing.get_type_hints(callback, include_extras=True).items():
            if "Path" in str(hint):
                found += 1
                (info,) = hint.__metadata__
                # A parser of our own looks at nothing.
                looked_at += [(name, key)] if info.readable and info.parser is None else []
    assert looked_at == []
    assert found > 10
