"""Conducts a visit that has a draft: asks until it ends, then writes its report.

However it ends, the person is told how to go on.
"""

from __future__ import annotations

from asiakaskunto_cli.cli import streams
from asiakaskunto_cli.cli.askers import now
from asiakaskunto_cli.errors import ExitCode, KuntoError, VisitIncompleteError
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.visit.asker import Asker, run_visit
from asiakaskunto_cli.visit.draft import DraftWriter, read_draft
from asiakaskunto_cli.words import Status


def conduct(writer: DraftWriter, asker: Asker) -> int:
    """Ask what a draft has left open, write the report, and return the exit code.

    Whatever goes wrong on the way is told, and the draft is kept.
    """
    draft = read_draft(writer.path)
    _tell_rehearsal(draft.opening.status)
    try:
        interview = draft.replay()
        run_visit(interview, draft.opening, writer, asker, now)
        # What only the end needs is not loaded while the person waits for the first question.
        from asiakaskunto_cli.cli.ending import tell_result, write_report  # noqa: PLC0415

        path, report = write_report(writer.path)
        writer.retire()
    except KeyboardInterrupt:
        streams.talk("")
        _tell_how_to_go_on(draft.short_id)
        return ExitCode.INTERRUPTED
    except KuntoError as error:
        # Leaving is no error, and nothing is lost by it.
        tell = streams.talk if isinstance(error, VisitIncompleteError) else streams.error
        tell(error.message)
        if error.remedy:
            streams.talk(error.remedy)
        _tell_how_to_go_on(draft.short_id)
        return error.exit_code
    _tell_never_asked(asker.never_asked(interview))
    tell_result(path, report)
    _tell_rehearsal(report.status)
    streams.result(f"{path}\n")
    return ExitCode.FINE


def _tell_how_to_go_on(short_id: str) -> None:
    streams.talk(_("The draft is kept. Go on with: kunto resume {draft}").format(draft=short_id))


def _tell_never_asked(names: list[str]) -> None:
    if names:
        words = _("Answered in the file but not asked on this visit: {items}.")
        streams.talk(words.format(items=", ".join(names)))


def _tell_rehearsal(status: Status) -> None:
    if status is Status.REHEARSAL:
        streams.talk(_("A rehearsal: it is not counted anywhere."))
