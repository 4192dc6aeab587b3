"""One source as its reports: read, recognised and given themes. This is what runs in the workers."""

from __future__ import annotations

import gc
import traceback
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from converter import cache
from converter.errors import ReportError
from converter.link.gists import gists_of
from converter.link.references.listen import heard_in
from converter.link.repeats import all_asks
from converter.link.themed import with_themes
from converter.model import Report
from converter.profiles import load_profiles
from converter.read import read
from converter.recognise import recognise
from converter.sidecars import NOTHING, load_sidecar, sidecar_path
from converter.themes import Theme, load_themes, themes_of


@dataclass(frozen=True, slots=True)
class Task:
    """A source to study with the themes of a file; `known` are its reports, sealed, where only themes changed."""

    path: Path
    themes: Path
    themes_digest: str
    known: bytes = b""


@dataclass(frozen=True, slots=True)
class Studied:
    """The sealed reports of a source, or the one line that says why it has none and whether to try again."""

    reports: bytes = b""
    failure: str = ""
    again: bool = False


def study(task: Task) -> Studied:
    """The reports of one source with their themes; a pure function of the files that the task names."""
    try:
        reports: tuple[Report, ...] = cache.unpack(task.known) or understood(task.path)
        catalogue = themes_in(task.themes, task.themes_digest)
        themed = (with_themes(report, catalogue) for report in reports)
        return Studied(cache.pack(tuple(replace(report, gists=gists_of(report)) for report in themed)))
    except ReportError as error:
        return Studied(failure=str(error))
    except MemoryError:
        wrong, advice = "needs more memory than one file may use", "split it, or print it to a new PDF"
        return Studied(failure=str(ReportError(task.path, wrong, advice)), again=True)


def understood(path: Path) -> tuple[Report, ...]:
    """The reports of one source; raises ReportError with one clear line where there are none."""
    beside = sidecar_path(path)
    try:
        found = recognise(read(path), load_sidecar(beside) if beside else NOTHING)
        return tuple(replace(report, heard=heard_in(report), asks=all_asks(report)) for report in found)
    except (ReportError, MemoryError):
        raise
    except Exception as error:  # whatever a file can do to us, it costs its own page and no other
        wrong = f"could not be understood ({type(error).__name__} {place_of(error)})"
        raise ReportError(path, wrong, "please report it with the file") from error


def place_of(error: Exception) -> str:
    """Where in the program an error arose, for the person who mends it."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"in {Path(frame.filename).name}, line {frame.lineno}"


def prepare(themes: Path, digest: str) -> None:
    """Read once what every worker needs; workers that start as copies of this process have it then."""
    load_profiles()
    themes_of("", (), themes_in(themes, digest))
    gc.collect()
    gc.freeze()  # what stays for good is not looked through again and again for what can go, nor copied by workers


@lru_cache(maxsize=1)
def themes_in(path: Path, digest: str) -> tuple[Theme, ...]:
    """The themes of a file, read once for each content."""
    del digest  # it is only the cache's key
    return load_themes(path)
