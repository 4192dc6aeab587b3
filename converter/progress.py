"""How far long work is: a bar on a terminal, a line for each tenth elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

MANY = 100  # fewer items are done before a line could be read


class Step(Protocol):
    """One item is done; `name` says which."""

    def __call__(self, name: str = "") -> None: ...


@contextmanager
def progress(doing: str, total: int) -> Iterator[Step]:
    """Tell on standard error how many of `total` items are done, as in `rendering: 420 of 4,199`."""
    if sys.stderr.isatty():
        with bar(doing, total) as step:
            yield step
    else:
        yield lines(doing, total)


@contextmanager
def bar(doing: str, total: int) -> Iterator[Step]:
    from rich.console import Console  # a build that has little to do needs neither
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn(doing.capitalize()), BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task("", total=total)
        yield lambda name="": shown.update(task, advance=1, description=name)


def lines(doing: str, total: int) -> Step:
    done = 0

    def step(name: str = "") -> None:
        nonlocal done
        done += 1
        if total > MANY and (done == total or done * 10 // total > (done - 1) * 10 // total):
            said = f" ({name})" if name else ""
            print(f"{doing}: {done:,} of {total:,}{said}", file=sys.stderr, flush=True)

    return step
