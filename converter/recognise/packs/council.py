"""Which council a pack is from, and how names set in capitals are written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from converter.model import Kind, Line
from converter.recognise.authority import known, place, slugify

COUNCIL = re.compile(
    r"(?:[A-Z][\w&'’.-]*\s(?:(?!from\b)[\w&'’.-]+\s){0,8})?Council|[A-Z][A-Z .&'’-]{2,60} COUNCIL"
    r"|(?i:(?:The )?(?:London |Royal |Metropolitan )*(?:Borough|City|County) of) [A-Z][\w'’& -]{2,40}"
    r"|(?i:Comhairle)(?: [\w'’-]+){1,4}"
)
NAME = r"[A-Z][\w&'’-]*(?: (?:(?:of|and|upon|the|on|&) )*[A-Z][\w&'’-]*){0,5}?"
KIND = (
    r"(?i:(?:Mayoral )?(?:County )?Combined (?:County )?Authority|City Region(?: Combined Authority)?"
    r"|(?:Fire|Police)(?: and (?:Rescue|Crime)| & Rescue)?(?: Service)? Authority|National Park(?:s)? Authority"
    r"|Health and (?:Social )?Care Partnership|Integrated Care (?:Board|Partnership)"
    r"|(?:(?:University|Teaching) )?Health Board|NHS (?:Foundation )?Trust)"
)
BODY = re.compile(rf"{NAME} {KIND}(?!\w)")
HEALTH_BODY = re.compile(rf"NHS (?!England|Foundation|Trusts?\b|Long|Digital|Providers){NAME}")
MASTHEAD = 6
COUNCIL_IN = re.compile(r"\b(?:[A-Z][\w'’-]+ (?:(?:of|and|upon|the|on) )?){1,5}Council\b")
UNFINISHED = re.compile(r"\b(?:Metropolitan|Borough|County|City|District|of|and)$")
PIECES = re.compile(r"\s*[,;:–|]\s*|\s-\s")
SMALL_WORDS = {"and", "of", "the", "for", "in", "on", "to", "with", "at", "a"}
ACRONYMS = {"NHS"}
TWICE = 2
NO_PLACE = {
    "",
    "the",
    "district council",
    "county",
    "city",
    "borough",
    "district",
    "full",
    "metropolitan",
    "county council",
    "city council",
    "borough council",
    "council",
}


def council_in(texts: Sequence[str], firsts: Sequence[str]) -> str:
    """The council's name: a line of its own, else the first one named; a known authority comes before any other."""
    own = [piece for text in texts for piece in PIECES.split(text) if COUNCIL.fullmatch(piece)]
    pairs = [(PIECES.split(text)[-1], after) for text, after in (*pairwise(texts), *pairwise(firsts))]
    whole = [f"{text} {after}" for text, after in pairs if UNFINISHED.search(text)]
    own += [name for name in whole if COUNCIL.fullmatch(name) and name.endswith("Council")]
    own += [name for text in texts for name in COUNCIL_IN.findall(text) if text.startswith(name)]
    inside = [match[0] for text in texts for match in COUNCIL_IN.finditer(text)]
    own = [name for name in own if place(name).lower().removeprefix("the ") not in NO_PLACE]
    named = [name for name in (*own, *inside) if known(name)]
    own.sort(key=lambda name: (not name.lower().endswith("council"), -len(name)))
    return readable(next(iter((*named, *own, *bodies_in(texts[:MASTHEAD]))), ""))


def bodies_in(texts: Sequence[str]) -> Iterator[str]:
    """The bodies other than councils that head a sheet: combined authorities, partnerships, boards of the NHS."""
    for text in texts:
        for piece in PIECES.split(text):
            if found := BODY.match(piece) or HEALTH_BODY.fullmatch(piece):
                yield found[0]


def council_of_papers(papers: Sequence[Line]) -> str:
    """The only council that papers name; of several the one that they name most, at least twice."""
    names = Counter(
        piece for line in papers for text in parts_of(line) for piece in PIECES.split(text) if COUNCIL.fullmatch(piece)
    )
    names.update(name for line in papers if "Council" in line.text for name in COUNCIL_IN.findall(line.text))
    places = Counter[str]()
    for name, count in names.items():
        if place(name).lower().removeprefix("the ") not in NO_PLACE:
            places[slugify(place(name))] += count
    best = places.most_common(2)
    if not best or (best[0][1] < TWICE and len(best) > 1) or (len(best) > 1 and best[1][1] == best[0][1]):
        return ""
    return readable(next(name for name, _ in names.most_common() if slugify(place(name)) == best[0][0]))


def parts_of(line: Line) -> Iterator[str]:
    """The texts of a line: its cells, or what stands between its breaks."""
    cells = line.text.split("\t") if line.kind is Kind.ROW else line.text.split("\n")
    yield from (cell.strip() for cell in cells if cell.strip())


def readable(name: str) -> str:
    """A name set all in capitals in the way names are written."""
    if not name.isupper():
        return name
    words = [
        word if word in ACRONYMS else word.lower() if at and word.lower() in SMALL_WORDS else word.capitalize()
        for at, word in enumerate(name.split())
    ]
    return re.sub(r"(?<=[(/-])\w", lambda match: match[0].upper(), " ".join(words))
