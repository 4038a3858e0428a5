"""Where drafts live: the user's own state folder, never the shared reports folder."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs


def drafts_folder() -> Path:
    """Return the folder of the drafts; KUNTO_STATE_DIR moves it."""
    chosen = os.environ.get("KUNTO_STATE_DIR")
    state = Path(chosen) if chosen else platformdirs.user_state_path("kunto", appauthor=False)
    return state / "drafts"
