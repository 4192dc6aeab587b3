"""The command line: `convert` and `audit`. Exit status 0, 2 for wrong settings, 3 where something was left out."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table

from converter.audit import Account, audit_corpus
from converter.convert import Outcome, convert
from converter.errors import PinpointError
from converter.model import Report

LEFT_OUT = 3
WRONG_SETTINGS = 2
LIMIT = 0.001
WIDE = 160


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    options = parse(arguments)
    console = Console(width=None if sys.stdout.isatty() else WIDE)
    try:
        if not options.reports.is_dir():
            raise PinpointError(f"{options.reports}: no such folder; name the folder that holds the reports")
        outcome = run(options, console)
    except PinpointError as error:
        print(error, file=sys.stderr)
        return WRONG_SETTINGS
    if options.command == "audit":
        return print_audit(list(audit_corpus(outcome.corpus, options.reports, options.docs)), console)
    print_summary(outcome, console)
    if options.problems:
        options.problems.write_text("".join(f"{line}\n" for line in outcome.failures), encoding="utf-8")
    return LEFT_OUT if outcome.failures else 0


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m converter", description="Turn inspection reports into Markdown pages."
    )
    parser.add_argument("command", nargs="?", choices=("convert", "audit"), default="convert")
    parser.add_argument("--reports", type=Path, default=Path("reports"), help="the folder of source reports")
    parser.add_argument("--docs", type=Path, default=Path("docs"), help="the site's folder of pages")
    parser.add_argument("--themes", type=Path, default=Path("themes.yml"), help="the themes")
    parser.add_argument("--cache", type=Path, default=Path(".cache/reports"), help="where recognised reports are kept")
    parser.add_argument("--problems", type=Path, help="write a line for each file that was left out to this file")
    return parser.parse_args(arguments)


def run(options: argparse.Namespace, console: Console) -> Outcome:
    """Convert with a bar on a terminal and plain lines elsewhere."""
    if not console.is_terminal:
        return convert(options.reports, options.docs, options.themes, options.cache, plain_progress)
    columns = (TextColumn("Converting"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=None)
        return convert(options.reports, options.docs, options.themes, options.cache, advance(bar, task))


def advance(bar: Progress, task: object) -> Callable[[int, int, str], None]:
    def move(done: int, total: int, name: str) -> None:
        bar.update(task, completed=done, total=total, description=name)  # type: ignore[arg-type]

    return move


def plain_progress(done: int, total: int, name: str) -> None:
    """A line for each tenth of the work."""
    if total <= 10 or done == total or done * 10 // total > (done - 1) * 10 // total:
        print(f"converted {done} of {total} ({name})", flush=True)


def print_summary(outcome: Outcome, console: Console) -> None:
    """The reports with their paragraphs, judgements and problems; then the files that were left out."""
    table = Table(box=None, header_style="bold", pad_edge=False)
    for name in ("report", "paragraphs", "judgements", "recommendations", "problems"):
        table.add_column(name, justify="left" if name in {"report", "problems"} else "right")
    numbers: Counter[str] = Counter()
    for part in outcome.corpus.reports:
        numbers[part.parent if part.kind == "item" else part.id] += count_numbers(part)
    for report in outcome.corpus.reports:
        if report.kind != "item":
            counts = (numbers[report.id], len(report.judgements), len(report.recommendations))
            table.add_row(report.id, *map(str, counts), "; ".join(report.problems) or "–")
    console.print(table)
    written = outcome.written
    console.print(
        f"{outcome.sources} sources, {len(outcome.corpus.reports)} documents; pages: {written.changed} written, "
        f"{written.same} unchanged, {written.removed} removed; {len(outcome.failures)} left out",
        highlight=False,
    )
    for failure in outcome.failures:
        print(f"left out: {failure}", file=sys.stderr)


def count_numbers(report: Report) -> int:
    """How many printed numbers a document has: paragraphs, and numbered headings."""
    return sum(1 for _ in report.paragraphs()) + sum(1 for section in report.sections if section.number)


def print_audit(accounts: Sequence[Account], console: Console) -> int:
    """What became of every word of every source; too many lost or added words are a failure."""
    table = Table(box=None, header_style="bold", pad_edge=False)
    for name in ("source", "words", "kept", "moved", "left out", "lost", "added"):
        table.add_column(name, justify="left" if name == "source" else "right")
    for account in accounts:
        counts = (account.words, account.kept, account.moved, account.listed, len(account.lost), len(account.added))
        table.add_row(account.file, *map(str, counts))
    console.print(table)
    for account in accounts:
        for reason, count in sorted(account.reasons.items()):
            console.print(f"{account.file}: {count} words left out: {reason}", highlight=False)
        for name, passages in (("lost", account.lost_passages), ("added", account.added_passages)):
            for passage in passages:
                print(f"{account.file}: {name}: {passage}")
    failed = [a for a in accounts if len(a.lost) > LIMIT * a.words or len(a.added) > LIMIT * a.words]
    for account in failed:
        print(f"{account.file}: more than {LIMIT:.1%} of its words are lost or added", file=sys.stderr)
    return LEFT_OUT if failed else 0
