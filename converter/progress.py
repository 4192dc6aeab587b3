"""How far long work is: a bar on a terminal, a line for each tenth elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console

FEW = 10  # items of which each has a line
Progress = Callable[[int, int, str], None]


@contextmanager
def progress(doing: str, done: str, console: Console) -> Iterator[Progress]:
    """Tell how much of some work is done, as in `converted 42 of 4,199 (norbury.pdf)`; a bar says `doing` instead."""
    if not console.is_terminal:
        yield lines(done, console)
        return
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn(doing), BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"))
    with Bar(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda at, total, name: bar.update(task, completed=at, total=total, description=name)


def lines(done: str, console: Console) -> Progress:
    """A line for each tenth of the work."""

    def tell(at: int, total: int, name: str) -> None:
        if total <= FEW or at == total or at * 10 // total > (at - 1) * 10 // total:
            said = f" ({name})" if name else ""
            console.print(f"{done} {at} of {total}{said}", highlight=False, markup=False, soft_wrap=True)

    return tell
