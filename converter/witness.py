"""A second reading of a PDF by another program, so that the account does not rest on our own eyes alone."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

PROGRAM = "pdftotext"  # of poppler-utils
SECONDS = 120


def second_reading(path: Path) -> str | None:
    """The text of a PDF as poppler reads it; None for other files, and where poppler is missing or fails."""
    program = shutil.which(PROGRAM)
    if path.suffix.lower() != ".pdf" or not program:
        return None
    command = [program, "-raw", "-enc", "UTF-8", str(path.resolve()), "-"]
    try:
        done = subprocess.run(command, capture_output=True, check=False, timeout=SECONDS)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None
