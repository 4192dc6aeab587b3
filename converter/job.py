"""One run: which folder of sources, where the pages go, and what the work on one file may use."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from converter.settings import OWN_TERMS

SETTINGS = {".yml", ".yaml"}
NOT_REPORTS = {"readme.md", "permalinks.txt"}
LARGEST = 1 << 29  # bytes; no report comes near it


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class Limits:
    """What the work on one file may use: seconds, and MiB of memory; and how many workers there are."""

    seconds: int = 120
    memory: int = 3072
    workers: int = 0

    @property
    def count(self) -> int:
        """The number of workers, one for each processor where none is set."""
        return self.workers or cores()


@dataclass(frozen=True, slots=True)
class Job:
    """What to convert and where to; `publish` says whether PDFs are put beside their pages.

    `licence` are the terms of a report that prints none and whose family has none.
    """

    reports: Path
    docs: Path
    themes: Path
    store: Path
    publish: bool = True
    licence: str = OWN_TERMS
    limits: Limits = field(default_factory=Limits)


def content_of(path: Path) -> Iterator[bytes]:
    """What stands for a file's content: the content itself, or of one too large or locked what is known of it."""
    try:
        size = path.stat().st_size
        yield path.read_bytes() if size <= LARGEST else str((size, path.stat().st_mtime_ns)).encode()
    except OSError:
        yield b""


def find_sources(folder: Path) -> Sequence[Path]:
    """Every file below `folder` that may be a report, by name; settings are none."""
    return [
        path
        for path in files_below(folder)
        if path.name.lower() not in NOT_REPORTS and path.suffix.lower() not in SETTINGS
    ]


def files_below(folder: Path) -> Sequence[Path]:
    """Every file below `folder` that is not hidden, by name."""
    return sorted(
        (
            path
            for path in folder.rglob("*")
            if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts)
        ),
        key=lambda path: (path.name, str(path)),
    )
