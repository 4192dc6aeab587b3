"""The pipeline over a folder of sources: write(link(study(path) for each path))."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from converter import cache
from converter.errors import ReportError, printable
from converter.job import LARGEST, SETTINGS, Job, Limits, content_of, files_below, find_sources
from converter.link import Corpus, link
from converter.model import Report
from converter.profiles import profile_named
from converter.sidecars import sidecar_path
from converter.study import Studied, Task, prepare, study, themes_in
from converter.workers import Lost, each
from converter.write import Written, write

OWN_SETTINGS = {"redirects.yml"}
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run made of the sources: the corpus, the pages, and a line for each source left out.

    `again` says that a source ran out of time or memory, so that another run may do better.
    """

    corpus: Corpus
    written: Written
    sources: int
    failures: tuple[str, ...]
    again: bool = False


@dataclass(frozen=True, slots=True)
class Taken:
    """Every source with the reports found in it, with their themes; `failures` and `again` as in `Outcome`."""

    reports: Mapping[Path, tuple[Report, ...]]
    failures: tuple[str, ...]
    again: bool

    def corpus(self, job: Job) -> Corpus:
        """The reports as one whole."""
        every = [licensed(report, job) for reports in self.reports.values() for report in reports]
        return link(every, job.publish, job.limits.count)


def convert(job: Job, progress: Progress = lambda *_: None) -> Outcome:
    """Convert every source of the job into pages; one that fails is left out with a line."""
    catalogue = themes_in(job.themes, themes_digest(job.themes))
    taken = take_in(job, progress)
    corpus = taken.corpus(job)
    files = {report.sources[0].sha256: path for path, reports in taken.reports.items() for report in reports}
    written = write(corpus, catalogue, job.docs, files)
    return Outcome(corpus, written, len(taken.reports), taken.failures, taken.again)


def licensed(report: Report, job: Job) -> Report:
    """A report that prints no terms, and whose family has none, with those of the site; its own are never changed."""
    known = report.licence or profile_named(report.framework).licence
    return report if known else replace(report, licence=job.licence)


def take_in(job: Job, progress: Progress = lambda *_: None) -> Taken:
    """The reports of every source of the job; nothing is written but the store."""
    sources = find_sources(job.reports)
    found = dict(studied(job, sources, progress))
    reports = {path: cache.unpack(found[path].reports) or () for path in sources}
    failures = [found[path].failure for path in sources if found[path].failure]
    failures += [str(error) for error in lone_sidecars(job.reports, sources)]
    return Taken(reports, tuple(failures), any(result.again for result in found.values()))


def studied(job: Job, sources: Sequence[Path], progress: Progress) -> Iterator[tuple[Path, Studied]]:
    """Every source with its reports, from the store where nothing changed, else by the workers."""
    themes = themes_digest(job.themes)
    names: dict[Path, str] = {}
    tasks: dict[Path, Task] = {}
    for path in sources:
        try:
            name = cache.digest(cache.fingerprint().encode(), *contents(path))
        except ReportError as error:
            yield path, Studied(failure=str(error))
            continue
        except OSError:
            yield path, Studied(failure=str(ReportError(path, "cannot be opened", "check that it is a readable file")))
            continue
        names[path] = f"{name}-{themes}"
        kept = cache.load(job.store, names[path])
        if cache.intact(kept):
            yield path, Studied(kept)
        else:
            tasks[path] = Task(path, job.themes, themes, known_before(job.store, name))
    if tasks:
        prepare(job.themes, themes)
    done = len(sources) - len(tasks)
    for task, result in each(study, list(tasks.values()), job.limits):
        done += 1
        progress(done, len(sources), printable(task.path.name))
        if isinstance(result, Lost):
            result = Studied(failure=str(lost(task.path, result, job.limits)), again=True)
        elif result.reports:
            cache.save(job.store, names[task.path], result.reports)
        yield task.path, result
    if sources and not tasks:
        progress(done, len(sources), "nothing changed")
    cache.sweep(job.store, set(names.values()))


def themes_digest(path: Path) -> str:
    """A hash of the themes; one of nothing where there is no such file."""
    return cache.digest(path.read_bytes() if path.is_file() else b"")[:16]


def contents(path: Path) -> Iterator[bytes]:
    """What the reports of a source depend on: its name, its words, its sidecar."""
    if path.stat().st_size > LARGEST:
        raise ReportError(path, f"is larger than {LARGEST >> 20} MiB", "split it")
    yield path.name.encode("utf-8", "surrogateescape")
    yield path.read_bytes()
    if beside := sidecar_path(path):
        yield from content_of(beside)


def known_before(store: Path, name: str) -> bytes:
    """The reports of a source as they were kept with other themes."""
    return next((content for path in store.glob(f"{name}-*") if (content := cache.load(store, path.name))), b"")


def lost(path: Path, how: Lost, limits: Limits) -> ReportError:
    """The line for a source whose worker did not survive it."""
    wrong = f"takes longer than {limits.seconds} seconds" if how.late else "ends the program that reads it"
    return ReportError(path, wrong, "split it, or print it to a new PDF")


def lone_sidecars(folder: Path, sources: Iterable[Path]) -> Iterator[ReportError]:
    """A line for each sidecar that has no report beside it."""
    used = {sidecar_path(path) for path in sources}
    for path in files_below(folder):
        if path.suffix.lower() in SETTINGS and path.name.lower() not in OWN_SETTINGS and path not in used:
            yield ReportError(path, "is a sidecar without a report", "give it the name of the report beside it")
