"""One run: which folder of sources, where the pages go, and what the work on one file may use."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping, Sequence
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

    `licence` are the terms of a report that prints none and whose family has none; `scheduler` is the address of the
    Dask cluster that reads the sources, where this machine shall not do it alone.
    """

    reports: Path
    docs: Path
    themes: Path
    store: Path
    publish: bool = True
    licence: str = OWN_TERMS
    limits: Limits = field(default_factory=Limits)
    scheduler: str = ""


def hashes_of(folder: Path) -> Mapping[Path, str]:
    """A hash of each file below `folder`, by name: with it a run knows what it found, without reading a file twice."""
    return {path: hash_of(path) for path in files_below(folder)}


def hash_of(path: Path) -> str:
    """A hash of a file's content, of one too large of what is known of it; empty where it cannot be opened."""
    try:
        size = path.stat().st_size
        content = path.read_bytes() if size <= LARGEST else str((size, path.stat().st_mtime_ns)).encode()
    except OSError:
        return ""
    return hashlib.sha256(content).hexdigest()


def find_sources(folder: Path) -> Sequence[Path]:
    """Every file below `folder` that may be a report, by name; settings are none."""
    return sources_among(files_below(folder))


def sources_among(files: Iterable[Path]) -> Sequence[Path]:
    """Those of the files that may be a report."""
    return [path for path in files if path.name.lower() not in NOT_REPORTS and path.suffix.lower() not in SETTINGS]


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
