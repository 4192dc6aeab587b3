"""Holds a built site to its links: `python -m converter.site.check_links SITE`; exit status 1 where one is dead."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from converter.errors import PinpointError, printable
from converter.site.dead import PAGE, Dead, dead_links
from converter.site.links import FINDERS, Held, held_in

READ = {"html", *FINDERS}
APART = "pagefind/"  # the search index: its own files name each other in their own way
BUNDLES = ".min.js"
CHUNK = 200
EACH = 2000  # pages between two lines of progress


def main(arguments: Sequence[str]) -> int:
    """Print what is dead on a site, then a summary."""
    site = Path(arguments[0]) if arguments else Path("site")
    try:
        held, dead = check(site)
    except PinpointError as error:
        print(error, file=sys.stderr)
        return 2
    for one in dead:
        print(printable(str(one)))
    pages = sum(name.endswith(".html") for name in held)
    links, anchors = sum(len(own.links) for own in held.values()), sum(len(own.ids) for own in held.values())
    faults = f"{len(dead):,} fault{'' if len(dead) == 1 else 's'}"
    print(f"{site}: {pages:,} pages, {links:,} links and {anchors:,} anchors checked, {faults}")
    return 1 if dead else 0


def check(site: Path) -> tuple[Mapping[str, Held], Sequence[Dead]]:
    """What the files of a built site hold, and what is wrong with it."""
    if not (site / PAGE).is_file():
        raise PinpointError(f"{site}: holds no built site; run `make site` first")
    files = sorted(files_of(site))
    held = dict(read_all(site, [name for name in files if is_read(name)]))
    return held, list(dead_links(held, frozenset(files), held[PAGE].canonical))


def files_of(site: Path) -> Iterator[str]:
    """Every file below `site`, by its path from there."""
    for folder, _, names in os.walk(site):
        below = Path(folder).relative_to(site).as_posix().removeprefix(".")
        yield from (f"{below}/{name}".lstrip("/") for name in names)


def is_read(name: str) -> bool:
    return name.rpartition(".")[2] in READ and not name.startswith(APART) and not name.endswith(BUNDLES)


def read_all(site: Path, names: Sequence[str]) -> Iterator[tuple[str, Held]]:
    """What each file holds; many files are read by as many processes as there are processors."""
    work = partial(read, site)
    with ProcessPoolExecutor() as pool:
        found = pool.map(work, names, chunksize=CHUNK) if len(names) > CHUNK else map(work, names)
        for at, held in enumerate(found, 1):
            if at % EACH == 0:
                print(f"read {at:,} of {len(names):,} files", file=sys.stderr)
            yield names[at - 1], held


def read(site: Path, name: str) -> Held:
    """What one file holds."""
    try:
        return held_in(name, (site / name).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise PinpointError(f"{name}: cannot be read ({error}); build the site again") from error


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
