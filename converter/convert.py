"""The pipeline over a folder of sources: write(link(recognise(read(path))))."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from converter import cache
from converter.errors import ReportError, printable
from converter.link import Corpus, link
from converter.link.themes import load_themes
from converter.model import Report
from converter.read import read
from converter.recognise import recognise
from converter.write import Written, write

SETTINGS = {".yml", ".yaml"}
NOT_REPORTS = {"readme.md", "permalinks.txt"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run made of the sources: the corpus, the pages, and a line for each source left out."""

    corpus: Corpus
    written: Written
    sources: int
    failures: tuple[str, ...]


def convert(
    reports: Path, docs: Path, themes: Path, store: Path, progress: Callable[[int, int, str], None] = lambda *_: None
) -> Outcome:
    """Convert every source below `reports` into pages below `docs`; one that fails is left out with a line."""
    catalogue = load_themes(themes)
    sources = find_sources(reports)
    found: list[Report] = []
    failures: list[str] = []
    keys: set[str] = set()
    for done, path in enumerate(sources, 1):
        try:
            name = cache.key(path)
            keys.add(name)
            found += recognised(path, store, name)
        except ReportError as error:
            failures.append(str(error))
        except OSError:
            failures.append(str(ReportError(path, "cannot be opened", "check that it is a readable file")))
        progress(done, len(sources), printable(path.name))
    cache.sweep(store, keys)
    corpus = link(found, catalogue)
    return Outcome(corpus, write(corpus, catalogue, docs), len(sources), tuple(failures))


def recognised(path: Path, store: Path, name: str) -> tuple[Report, ...]:
    """The reports in one source, from the store where it has been read before."""
    if (kept := cache.load(store, name)) is not None:
        return kept
    source = read(path)
    try:
        reports = recognise(source)
    except (ValueError, LookupError, ArithmeticError, RecursionError, AssertionError) as error:
        wrong = f"could not be understood ({type(error).__name__})"
        raise ReportError(path, wrong, "please report it with the file") from error
    cache.save(store, name, reports)
    return reports


def find_sources(folder: Path) -> Sequence[Path]:
    """Every file below `folder` that may be a report, by name; hidden files and settings are none."""
    return sorted(
        (
            path
            for path in folder.rglob("*")
            if path.is_file()
            and not any(part.startswith(".") for part in path.relative_to(folder).parts)
            and path.name.lower() not in NOT_REPORTS
            and path.suffix.lower() not in SETTINGS
        ),
        key=lambda path: (path.name, str(path)),
    )
