"""The pipeline over a folder of sources: write(link(study(path) for each path))."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from converter import cache
from converter.errors import PinpointError, ReportError, printable
from converter.job import LARGEST, SETTINGS, Job, Limits, hashes_of, sources_among
from converter.link import Corpus, link
from converter.model import Report
from converter.profiles import profile_named
from converter.progress import Progress
from converter.sidecars import sidecar_path
from converter.study import Studied, Task, prepare, study, themes_in
from converter.workers import Lost, each
from converter.write import Written, write

OWN_SETTINGS = {"redirects.yml"}
Workers = Callable[[Iterable[Task], Limits], Iterator[tuple[Task, Studied | Lost]]]


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

    @property
    def files(self) -> dict[str, Path]:
        """Where the source with each hash lies."""
        return {report.sources[0].sha256: path for path, reports in self.reports.items() for report in reports}


def convert(job: Job, progress: Progress = lambda *_: None, held: Mapping[Path, str] | None = None) -> Outcome:
    """Convert every source of the job into pages; one that fails is left out with a line.

    `held` are the hashes of the files below the reports, where they are known already.
    """
    catalogue = themes_in(job.themes, themes_digest(job.themes))
    taken = take_in(job, progress, held)
    files, sources, failures, again = taken.files, len(taken.reports), taken.failures, taken.again
    corpus = taken.corpus(job)
    del taken  # linked reports are new values: the old ones need not be held while pages are written
    written = write(corpus, catalogue, job.docs, files, job.limits.count)
    return Outcome(corpus, written, sources, failures, again)


def licensed(report: Report, job: Job) -> Report:
    """A report that prints no terms, and whose family has none, with those of the site; its own are never changed."""
    known = report.licence or profile_named(report.framework).licence
    return report if known else replace(report, licence=job.licence)


def take_in(job: Job, progress: Progress = lambda *_: None, held: Mapping[Path, str] | None = None) -> Taken:
    """The reports of every source of the job; nothing is written but the store."""
    held = hashes_of(job.reports) if held is None else held
    sources = sources_among(held)
    failed: dict[Path, Studied] = {}
    names = named(sources, held, themes_digest(job.themes), failed)
    failed |= studied(job, names, len(sources), progress)
    cache.sweep(job.store, set(names.values()))
    reports = {path: () if path in failed else kept(job.store, names[path]) for path in sources}
    failures = [failed[path].failure for path in sources if path in failed]
    failures += [str(error) for error in lone_sidecars(held, sources)]
    return Taken(reports, tuple(failures), any(result.again for result in failed.values()))


def named(
    sources: Sequence[Path], held: Mapping[Path, str], themes: str, failed: dict[Path, Studied]
) -> dict[Path, str]:
    """The name under which each source's reports are kept; a source that cannot be used goes to `failed`."""
    names: dict[Path, str] = {}
    for path in sources:
        try:
            names[path] = f"{cache.digest(cache.fingerprint().encode(), *contents(path, held))}-{themes}"
        except ReportError as error:
            failed[path] = Studied(failure=str(error))
    return names


def contents(path: Path, held: Mapping[Path, str]) -> Iterator[bytes]:
    """What the reports of a source depend on: its name, its content, its sidecar's."""
    if not held[path]:
        raise ReportError(path, "cannot be opened", "check that it is a readable file")
    if path.stat().st_size > LARGEST:
        raise ReportError(path, f"is larger than {LARGEST >> 20} MiB", "split it")
    yield path.name.encode("utf-8", "surrogateescape")
    yield held[path].encode()
    if beside := sidecar_path(path):
        yield held.get(beside, "").encode()


def studied(job: Job, names: Mapping[Path, str], count: int, progress: Progress) -> Iterator[tuple[Path, Studied]]:
    """See that the store has the reports of every source, with the help of workers; yields those that have none."""
    themes = themes_digest(job.themes)
    missing = [path for path, name in names.items() if not cache.intact(cache.load(job.store, name))]
    done = count - len(missing)
    if missing:
        prepare(job.themes, themes)
    elif count:
        progress(done, count, "nothing changed")
    before = cache.versions(job.store)
    tasks = (Task(path, job.themes, themes, known_before(job.store, before, names[path])) for path in missing)
    for task, result in workers_of(job)(tasks, job.limits):
        done += 1
        progress(done, count, printable(task.path.name))
        if isinstance(result, Lost):
            yield task.path, Studied(failure=str(lost(task.path, result, job.limits)), again=True)
        elif result.reports:
            cache.save(job.store, names[task.path], result.reports)
        else:
            yield task.path, result


def workers_of(job: Job) -> Workers:
    """Who studies the sources: the processes of this machine, or those of a cluster."""
    if not job.scheduler:
        return partial(each, study)
    if not find_spec("distributed"):
        raise PinpointError("--scheduler needs Dask; install it: pip install -r requirements-cluster.txt")
    from converter.cluster import each_on

    return partial(each_on, job.scheduler)


def kept(store: Path, name: str) -> tuple[Report, ...]:
    """The reports that are kept under a name."""
    found: tuple[Report, ...] | None = cache.unpack(cache.load(store, name))
    if found is None:
        raise PinpointError(f"{store}: what was just put there is gone; let only one conversion use this folder")
    return found


def themes_digest(path: Path) -> str:
    """A hash of the themes; one of nothing where there is no such file."""
    return cache.digest(path.read_bytes() if path.is_file() else b"")[:16]


def known_before(store: Path, before: Mapping[str, str], name: str) -> bytes:
    """The reports of a source as they were kept with other themes."""
    other = before.get(name.partition("-")[0])
    return cache.load(store, other) if other else b""


def lost(path: Path, how: Lost, limits: Limits) -> ReportError:
    """The line for a source whose worker did not survive it."""
    wrong = f"takes longer than {limits.seconds} seconds" if how.late else "ends the program that reads it"
    return ReportError(path, wrong, "split it, or print it to a new PDF")


def lone_sidecars(files: Iterable[Path], sources: Iterable[Path]) -> Iterator[ReportError]:
    """A line for each sidecar that has no report beside it."""
    used = {sidecar_path(path) for path in sources}
    for path in files:
        if path.suffix.lower() in SETTINGS and path.name.lower() not in OWN_SETTINGS and path not in used:
            yield ReportError(path, "is a sidecar without a report", "give it the name of the report beside it")
