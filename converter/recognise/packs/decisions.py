"""What a committee decided: the blocks of its minutes that say so, and what each concerns.

    decision = said [point*] | vote*

What is said may be a bare word ("RESOLVED:") with the decision below it, or end in the middle of a sentence whose
points follow. In a list an item may be a decision of its own, with the items below it that are labelled otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from converter.meeting import Decision
from converter.model import Block, Item, ItemList, Paragraph, Section, Text, block_text, plain
from converter.profiles import Profile
from converter.recognise.packs.minute_heads import bare

REFERENCE = re.compile(r"\b[A-Z]{2,5}/\d{1,3}(?:/\d{2,4})?\b")
SAID = r"(?:RESOLVED|RECOMMENDED|AGREED|NOTED|DECISIONS?|Resolved|Recommended|Agreed|Decisions?)"
HOW = r"(?:\([\w ]{3,40}\)\W*)?"  # "(unanimously)", "(by 6 votes to 2)"
OPEN = re.compile(rf"(?:[:–—-]|\b(?:that|to|{SAID}))\W*?{HOW}\W*$")
BARE = re.compile(rf"(?:.{{0,300}}[:–—-]\s*)?\W*{SAID}\W*?{HOW}\W*", re.DOTALL)
COUNTED = re.compile(r"[\w ]{2,24}\(\d{1,2}\)\W*")
GOES_ON = re.compile(r"(?:\(?(?:[a-z]|\d{1,2}|[ivx]{1,5})[.)]|[Tt]hat\b|[Tt]o\b|and (?:that|to)\b)")
MOST = 12
TOP = 2

Part = Paragraph | Block


@dataclass(frozen=True, slots=True)
class Run:
    """The blocks of a section that record one decision, from `first` to `last`, or some items of one list."""

    kind: str
    first: int
    last: int
    items: tuple[int, int] | None = None


def marked(section: Section, profile: Profile) -> Section:
    """The section with every block marked that records a decision."""
    kinds = {at: run.kind for run in runs_in(section.content, profile) for at in range(run.first, run.last + 1)}
    return replace(
        section, content=tuple(with_mark(part, kinds.get(at, "")) for at, part in enumerate(section.content))
    )


def with_mark(part: Part, kind: str) -> Part:
    return replace(part, decides=kind) if kind and isinstance(part, Text | ItemList | Paragraph) else part


def decisions_in(sections: Sequence[Section], profile: Profile, who: str) -> Iterator[Decision]:
    """Every decision of minutes that have their addresses, with the minute it stands in."""
    minute, title = "", ""
    for section in sections:
        if section.number or section.level == TOP:
            minute, title = bare(section.number), plain(section.title).strip()
        for run in runs_in(section.content, profile):
            yield decision(section, run, Decision(run.kind, "", "", minute, title, who), profile)


def decision(section: Section, run: Run, found: Decision, profile: Profile) -> Decision:
    """The decision that a run of blocks records."""
    first = section.content[run.first]
    anchor = getattr(first, "anchor", "")
    texts = [text_of(part) for part in section.content[run.first : run.last + 1]]
    if run.items and isinstance(first, ItemList):
        some = first.items[slice(*run.items)]
        anchor, texts = some[0].anchor, [item_text(item) for item in some]
    text = " ".join(texts)
    about = tuple(dict.fromkeys(REFERENCE.findall(f"{found.title} {text}")))
    return replace(found, anchor=anchor, text=text, votes=voted(text, profile), about=about)


# ---------------------------------------------------------------- which blocks


def runs_in(content: Sequence[Part], profile: Profile) -> Iterator[Run]:
    """Every run of blocks that records a decision, in order."""
    at = 0
    while at < len(content):
        part, last = content[at], at
        if isinstance(part, ItemList):
            yield from item_runs(part, at, profile)
        elif kind := kind_of(part, profile):
            last = (last_vote if kind == "vote" else last_point)(content, at, profile)
            yield Run(kind, at, last)
        at = last + 1


def item_runs(part: ItemList, at: int, profile: Profile) -> Iterator[Run]:
    """The items of a list that are decisions, each with the items below it whose labels are of another kind."""
    begins = [number for number, item in enumerate(part.items) if decided(plain(item.spans).strip(), profile)]
    for start in begins:
        own = label_kind(part.items[start])
        end = start + 1
        while end < len(part.items) and end not in begins and own and label_kind(part.items[end]) not in {own, ""}:
            end += 1
        yield Run(decided(plain(part.items[start].spans).strip(), profile), at, at, (start, end))


def label_kind(item: Item) -> str:
    """Whether an item is labelled by a number or a letter, empty for a bullet."""
    inner = item.label.strip("().")
    return "" if not inner else "number" if inner.isdigit() else "letter"


def last_vote(content: Sequence[Part], at: int, profile: Profile) -> int:
    """The last block of a vote that is recorded in several, each with the names of those who voted so."""
    last = at
    while last + 1 < len(content) and isinstance(content[last + 1], Text):
        names = bool(COUNTED.fullmatch(text_of(content[last])))
        if not names and kind_of(content[last + 1], profile) != "vote":
            break
        last += 1
    return last


def last_point(content: Sequence[Part], at: int, profile: Profile) -> int:
    """The last block of a decision whose points follow what is said."""
    text = text_of(content[at])
    if not OPEN.search(text):
        return at
    last = at
    while last + 1 < len(content) and last - at < MOST:
        following = content[last + 1]
        below = last == at and isinstance(following, Text | ItemList | Paragraph)
        own = "" if below and BARE.fullmatch(text) else kind_of(following, profile)
        counted = isinstance(following, Paragraph) and isinstance(content[last], Paragraph) and last > at
        if own or not (below or counted or goes_on(following)):
            break
        last += 1
    return last


def goes_on(part: Part) -> bool:
    """Whether a block begins as the point of a decision does."""
    return isinstance(part, ItemList) or (isinstance(part, Text | Paragraph) and bool(GOES_ON.match(text_of(part))))


def kind_of(part: Part, profile: Profile) -> str:
    """The kind of decision that a block of text records, empty for none."""
    if not isinstance(part, Text | Paragraph):
        return ""
    text = text_of(part)
    return decided(text, profile) or ("vote" if voted(text, profile) else "")


def decided(text: str, profile: Profile) -> str:
    """The kind of decision that a text records; one that a lost motion only asked for is none."""
    vote = profile.first("votes", text)
    lost = vote[1] if vote and vote[0].means.get("says") == "lost" else None
    rest = text[: lost.start()] + text[lost.end() :] if lost else text
    found = profile.first("decisions", rest)
    return str(found[0].means["decides"]) if found else ""


def voted(text: str, profile: Profile) -> str:
    """How the votes were cast, as printed."""
    found = profile.first("votes", text)
    return found[1]["value"].strip() if found else ""


def text_of(part: Part) -> str:
    return " ".join(block_text(part).split())


def item_text(item: Item) -> str:
    return " ".join(f"{item.label} {plain(item.spans)}".split())
