"""Whether conversion stays in proportion to what it reads: time for twice as much over the time for once.

    python -m bench.scale

2.0 is in proportion, 4.0 is quadratic. The cases are the shapes that have been slow before.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from converter.link import link
from converter.read import read
from converter.recognise import recognise
from converter.write.page import page_md

REPEAT = 3


def numbered(count: int) -> str:
    return "".join(f"{n % 999 + 1}. Children are safe.\n\n" for n in range(count))


def threes(count: int) -> str:
    return "".join(f"{n % 3 + 1}. Children are safe.\n\n" for n in range(count))


def contents(count: int) -> str:
    listed = "".join(f"Heading {chr(97 + n % 26)}{n}x\n" for n in range(count))
    return f"Contents\n\n{listed}\n{listed}"


CASES: dict[str, tuple[Callable[[int], str], int]] = {
    "one line with many marks": (lambda n: "1. " + "*Children* are <b>safe</b> [1]. " * n, 4_000),
    "short lines": (lambda n: "Short line here\n" * n, 4_000),
    "numbered lines": (numbered, 4_000),
    "lists of three": (threes, 2_000),
    "headings": (lambda n: "What happens next\n\nA sentence stands here.\n\n" * n, 500),
    "contents": (contents, 300),
    "items": (lambda n: "1. One.\n" + "- an item of a list\n" * n, 4_000),
    "rows": (lambda n: "1. One.\n" + "Year\tChildren\t3\n" * n, 4_000),
    "other inspections": (
        lambda n: "1. " + "It was judged to be good in 2010, as found by Ofsted in 2010. " * n,
        1_000,
    ),
    "paragraphs cited": (lambda n: "".join(f"{k % 999 + 1}. See paragraph {k % 99 + 1}.\n\n" for k in range(n)), 2_000),
    "laws": (lambda n: "1. " + "section 1 and " * n + "section 2 of the Children Act 1989", 4_000),
    "abbreviations": (lambda n: "1. " + "child care plan (CCP) and the (AB) " * n, 2_000),
}


def main() -> None:
    print(f"{'case':26} {'size':>6} {'seconds':>8} {'twice/once':>11}")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.txt"
        for name, (make, size) in CASES.items():
            once, twice = (seconds(path, f"Norbury\n\n{make(count)}") for count in (size, 2 * size))
            print(f"{name:26} {size:6} {once:8.2f} {twice / once:11.2f}")


def seconds(path: Path, text: str) -> float:
    """The shortest time of a few to turn `text` into pages."""
    path.write_text(text, encoding="utf-8")
    return min(timed(path) for _ in range(REPEAT))


def timed(path: Path) -> float:
    start = time.perf_counter()
    corpus = link(recognise(read(path)))
    for report in corpus.reports:
        page_md(report, corpus)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
