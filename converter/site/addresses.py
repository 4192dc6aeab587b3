"""Every address of a built site, and the compact list in which addresses are recorded.

    line  = page token*                            one for each report
    token = "#" anchor | "/" place below the page
          | ("#" | "/") prefix N ".." N ["/"]      for those that count up

A line with an anchor stands for its page as well; a page without anchors stands in the line of the folder above it.
"""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from urllib.parse import quote, unquote

from converter.site.tags import tags

COUNTED = re.compile(r"(?P<prefix>.*?)(?P<number>(?<!\d)(?:0|[1-9]\d{0,8}))(?P<end>/?)", re.DOTALL)
RANGE = re.compile(r"(?P<prefix>.*?)(?P<first>\d{1,9})\.\.(?P<last>\d{1,9})(?P<end>/?)", re.DOTALL)
ARTICLE = ("<article", "</article>")
FOOTNOTE = re.compile(r"fn(?:ref)?\d*:")
ANCHORED = "/reports/"
PAGE, DATA, INDEX = "index.html", "/data/", "pagefind"
SAFE = "/-._~!$&'()*+,;=:@"


def addresses_of(site: Path) -> set[str]:
    """Every address below `site`, from its root: pages, data files, and the anchors of reports."""
    found: set[str] = set()
    for page, names in folders_of(str(site)):
        if page.startswith(DATA):
            found |= {page + name.removesuffix(PAGE) for name in names}
        elif PAGE in names:
            found.add(page)
            if page.startswith(ANCHORED) and page != ANCHORED:
                found |= {f"{page}#{anchor}" for anchor in anchors_of(f"{site}{page}{PAGE}")}
    return found


def folders_of(site: str) -> Iterator[tuple[str, list[str]]]:
    """Every folder of a site as an address, with the files in it; the search index has no pages."""
    for folder, below, names in os.walk(site):
        if folder == site:
            below[:] = [name for name in below if not name.startswith(INDEX)]
        yield f"{folder.removeprefix(site).replace(os.sep, '/')}/", names


def anchors_of(file: str) -> Iterator[str]:
    """The anchors of a finished page; most pages, which are those of single paragraphs, have no text with anchors."""
    with open(file, "rb", buffering=0) as opened:
        content = opened.read()
    return anchors_in(content.decode()) if ARTICLE[0].encode() in content else iter(())


def anchors_in(page: str) -> Iterator[str]:
    """The anchors of a page's own text; those of its title and of footnotes are no published addresses."""
    start = page.find(ARTICLE[0])
    text = page[start:].partition(ARTICLE[1])[0] if start >= 0 else ""
    for name, tag in tags(text):
        anchor = tag.get("id")
        if anchor and name != "h1" and not FOOTNOTE.match(anchor):
            yield anchor


def listed(addresses: Iterable[str]) -> list[str]:
    """The lines that record the addresses."""
    lines: dict[str, list[str]] = defaultdict(list)
    every = set(addresses)
    anchored = {address.partition("#")[0] for address in every if "#" in address}
    for address in every:
        page, mark, anchor = address.partition("#")
        if mark:
            lines[page].append(quote(mark + anchor, f"#{SAFE}"))
        elif page not in anchored:
            above = page.rstrip("/").rpartition("/")[0] + "/"
            lines[above].append("/" + quote(page.removeprefix(above), SAFE))
    return [" ".join([quote(page, SAFE), *short(lines[page])]) for page in sorted(lines)]


def unlisted(lines: Iterable[str]) -> set[str]:
    """The addresses that lines record: the inverse of `listed`."""
    found: set[str] = set()
    for line in lines:
        page, *tokens = line.split()
        found |= {unquote(page)} if any(token[0] == "#" for token in tokens) else set()
        found |= {unquote(page + end.removeprefix("/")) for token in tokens for end in spread(token)}
    return found


def short(tokens: Iterable[str]) -> Iterator[str]:
    """The tokens in order, with one for all that count up."""
    counted: dict[tuple[str, str], list[int]] = defaultdict(list)
    rest: list[str] = []
    for token in tokens:
        if match := COUNTED.fullmatch(token):
            counted[match["prefix"], match["end"]].append(int(match["number"]))
        else:
            rest.append(token)
    yield from sorted(token.replace(".", "%2E") if RANGE.fullmatch(token) else token for token in rest)
    for (prefix, end), numbers in sorted(counted.items()):
        for first, last in runs(sorted(numbers)):
            one = f"{prefix}{first}{end}"
            yield f"{prefix}{first}..{last}{end}" if last > first or RANGE.fullmatch(one) else one


def runs(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The first and last of each stretch of numbers without a gap."""
    for _, some in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0]):
        stretch = [number for _, number in some]
        yield stretch[0], stretch[-1]


def spread(token: str) -> Iterator[str]:
    """What a token stands for."""
    match = RANGE.fullmatch(token)
    if not match:
        yield token
        return
    for number in range(int(match["first"]), int(match["last"]) + 1):
        yield f"{match['prefix']}{number}{match['end']}"
