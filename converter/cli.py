"""The command line: `convert`, `audit`, `explain` and `themes-diff`.

Exit status 0, 2 for wrong settings, 3 where something was left out.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from rich.console import Console
from rich.table import Table

from converter.errors import PinpointError
from converter.job import Job, Limits, hashes_of
from converter.last import Row, Summary, remember, summary_of, unchanged
from converter.progress import Progress, progress
from converter.settings import load_site

T = TypeVar("T")

if TYPE_CHECKING:  # a run in which nothing changed needs none of these
    from converter.audit import Account
    from converter.convert import Outcome

QUESTIONS = ("explain", "themes-diff")
LEFT_OUT = 3
WRONG_SETTINGS = 2
LIMIT = 0.001
WIDE = 160
SHOWN = 40
FEW = 100  # reports that the summary lists one by one


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    options = parse(arguments)
    console = Console(width=None if sys.stdout.isatty() else WIDE)
    try:
        if not options.reports.is_dir():
            raise PinpointError(f"{options.reports}: no such folder; name the folder that holds the reports")
        job = job_of(options)
        if options.command in QUESTIONS:
            return answer(options, job, console)
        if options.command == "audit":
            return audit(job, console)
        held = hashes_of(job.reports)
        summary = unchanged(job, held) or converted(job, held, console)
        if options.problems:
            options.problems.write_text("".join(f"{line}\n" for line in summary.failures), encoding="utf-8")
    except PinpointError as error:
        print(error, file=sys.stderr)
        return WRONG_SETTINGS
    except OSError as error:
        print(f"{error.filename}: {error.strerror}; check the folders that you named", file=sys.stderr)
        return WRONG_SETTINGS
    print_summary(summary, console)
    return LEFT_OUT if summary.failures else 0


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m converter", description="Turn inspection reports into Markdown pages."
    )
    limits = Limits()
    parser.add_argument("command", nargs="?", choices=("convert", "audit", *QUESTIONS), default="convert")
    parser.add_argument("about", nargs="*", help="explain: a report and a paragraph, as in essex/2023-06-ilacs p33")
    parser.add_argument("--before", type=Path, help="themes-diff: the themes as they were")
    parser.add_argument(
        "--all", action="store_true", help="themes-diff: show every paragraph, not the first of each theme"
    )
    parser.add_argument("--reports", type=Path, default=Path("reports"), help="the folder of source reports")
    parser.add_argument("--docs", type=Path, default=Path("docs"), help="the site's folder of pages")
    parser.add_argument("--themes", type=Path, default=Path("themes.yml"), help="the themes")
    parser.add_argument("--site", type=Path, default=Path("mkdocs.yml"), help="the site's settings")
    parser.add_argument("--cache", type=Path, default=Path(".cache/reports"), help="where recognised reports are kept")
    parser.add_argument("--problems", type=Path, help="write a line for each file that was left out to this file")
    parser.add_argument("--workers", type=int, default=limits.workers, help="how many files at once; 0: all processors")
    parser.add_argument("--seconds", type=int, default=limits.seconds, help="the longest that one file may take")
    parser.add_argument("--memory", type=int, default=limits.memory, help="the most memory for one file, in MiB")
    parser.add_argument("--scheduler", default="", help="the Dask cluster that reads the files, as in tcp://host:8786")
    return parser.parse_args(arguments)


def answer(options: argparse.Namespace, job: Job, console: Console) -> int:
    """Answer a question about themes; nothing is written."""
    from converter.answers import print_changes, print_reasons
    from converter.convert import take_in
    from converter.themes import load_themes

    if options.command == "explain" and len(options.about) not in {1, 2}:
        raise PinpointError("explain: name a report and a paragraph, as in: explain essex/2023-06-ilacs p33")
    if options.command == "themes-diff" and not options.before:
        raise PinpointError("themes-diff: name the themes as they were, as in: --before old-themes.yml")
    taken = shown(take_in, job, console)
    corpus = taken.corpus(job)
    if options.command == "explain":
        print_reasons(corpus, options.about, load_themes(job.themes), console)
    else:
        print_changes(corpus, load_themes(options.before), load_themes(job.themes), options.all, console)
    for failure in taken.failures:
        print(f"left out: {failure}", file=sys.stderr)
    return 0


def job_of(options: argparse.Namespace) -> Job:
    """The job that the options describe."""
    limits = Limits(max(1, options.seconds), max(256, options.memory), max(0, options.workers))
    site = load_site(options.site)
    places = (options.reports, options.docs, options.themes, options.cache)
    return Job(*places, site.publish_sources, site.licence, limits, options.scheduler)


def converted(job: Job, held: Mapping[Path, str], console: Console) -> Summary:
    """Convert, and keep what was done for a run in which nothing changes."""
    outcome = run(job, held, console)
    summary = summary_of(outcome)
    if not outcome.again:
        remember(job, held, summary)
    return summary


def run(job: Job, held: Mapping[Path, str], console: Console) -> Outcome:
    from converter.convert import convert

    return shown(partial(convert, held=held), job, console)


def shown(work: Callable[[Job, Progress], T], job: Job, console: Console) -> T:
    """Do the work, and tell how far it is."""
    with progress("Converting", "converted", console) as tell:
        return work(job, tell)


def print_summary(summary: Summary, console: Console) -> None:
    """The reports with their paragraphs, judgements and problems; then the files that were left out.

    Where they are many only those with problems and those whose pages were written are listed, as many as fit.
    """
    shown = telling(summary.rows, FEW)
    table = Table(box=None, header_style="bold", pad_edge=False)
    for name in ("report", "paragraphs", "judgements", "recommendations", "problems"):
        table.add_column(name, justify="left" if name in {"report", "problems"} else "right")
    for row in shown:
        counts = (row.numbers, row.judgements, row.recommendations)
        table.add_row(row.report, *map(str, counts), "; ".join(row.problems) or "–")
    if shown:
        console.print(table)
    if others := len(summary.rows) - len(shown):
        troubled = sum(bool(row.problems) for row in summary.rows)
        console.print(
            f"and {others} other reports; of all {len(summary.rows)}, {troubled} have problems", highlight=False
        )
    console.print(
        f"{summary.sources} sources, {summary.documents} documents; pages: {summary.written} written, "
        f"{summary.unchanged} unchanged, {summary.removed} removed; {len(summary.failures)} left out",
        highlight=False,
    )
    for failure in summary.failures:
        print(f"left out: {failure}", file=sys.stderr)


def telling(rows: Sequence[Row], few: int) -> Sequence[Row]:
    """All rows where they are few; else those with problems, then those of new and changed reports, in their order."""
    if len(rows) <= few:
        return rows
    ranked = sorted((not row.problems, not row.fresh, at) for at, row in enumerate(rows) if row.problems or row.fresh)
    return [rows[at] for at in sorted(at for *_, at in ranked[:few])]


def audit(job: Job, console: Console) -> int:
    """Convert, then account for every word of every source."""
    from converter.audit import audit_corpus

    outcome = run(job, hashes_of(job.reports), console)
    status = print_audit(list(audit_corpus(outcome.corpus, job.reports, job.docs)), console)
    for failure in outcome.failures:
        print(f"left out: {failure}", file=sys.stderr)
    return LEFT_OUT if outcome.failures else status


def print_audit(accounts: Sequence[Account], console: Console) -> int:
    """What became of every word of every source; too many lost or added words are a failure."""
    table = Table(box=None, header_style="bold", pad_edge=False)
    for name in ("source", "words", "kept", "moved", "left out", "lost", "added", "lost, by poppler"):
        table.add_column(name, justify="left" if name == "source" else "right")
    for account in accounts:
        counts = (account.words, account.kept, account.moved, account.listed, len(account.lost), len(account.added))
        table.add_row(account.file, *map(str, counts), str(len(account.unseen)) if account.witnessed else "–")
    console.print(table)
    for account in accounts:
        for reason, count in sorted(account.reasons.items()):
            console.print(f"{account.file}: {count} words left out: {reason}", highlight=False)
        unseen = (" ".join(account.unseen[:SHOWN]),) if account.unseen else ()
        for name, passages in (
            ("lost", account.lost_passages),
            ("added", account.added_passages),
            ("lost, by poppler", unseen),
        ):
            for passage in passages:
                print(f"{account.file}: {name}: {passage}")
    failed = [
        a for a in accounts if max(len(a.lost), len(a.added)) > LIMIT * a.words or len(a.unseen) > LIMIT * a.witnessed
    ]
    for account in failed:
        print(f"{account.file}: more than {LIMIT:.1%} of its words are lost or added", file=sys.stderr)
    return LEFT_OUT if failed else 0
