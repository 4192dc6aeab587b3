"""What a committee decided: the blocks of its minutes that say so, and what each concerns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from converter.meeting import Decision
from converter.model import Block, Item, ItemList, Label, Lines, Paragraph, Section, Table, Text, block_text, plain
from converter.profiles import Profile

REFERENCE = re.compile(r"\b[A-Z]{2,5}/\d{1,3}(?:/\d{2,4})?\b")
OPEN = re.compile(
    r"(?:[:–—-]|\(\d{1,2}\)|\b(?:that|to)|\b(?:RESOLVED|RECOMMENDED|AGREED|NOTED|DECISIONS?|Resolved|Recommended|Agreed))\W*$"
)
GOES_ON = re.compile(r"(?:\(?(?:[a-z]|\d{1,2}|[ivx]{1,5})[.)]|That\b|that\b|To\b|to\b|and that\b|and to\b)")
BARE = re.compile(r"\W*(?:RESOLVED|RECOMMENDED|AGREED|NOTED|DECISIONS?|Resolved|Recommended|Agreed|Decisions?)\W*")
MOST = 12
TOP = 2


def marked(section: Section, profile: Profile) -> Section:
    """The section with every block marked that records a decision, and those that go on with one."""
    content: list[Paragraph | Block] = []
    under = ""
    count = 0
    bare = False
    for part in section.content:
        text = " ".join(block_text(part).split())
        found = kind_of(part, text, profile)
        if found and not (under and not count and bare):
            under, count = (found if OPEN.search(text) or is_list(part) else ""), 0
            bare = bool(BARE.fullmatch(text))
        elif under and count < MOST and (not count or goes_on(part, text)):
            found, count = under, count + 1
        else:
            under = ""
        content.append(
            replace(part, decides=found) if found and isinstance(part, Text | ItemList | Paragraph) else part
        )
    return replace(section, content=tuple(content))


def with_mark(part: Paragraph | Block, kind: str) -> Paragraph | Block:
    return replace(part, decides=kind) if kind and isinstance(part, Text | ItemList | Paragraph) else part


def kind_of(part: Paragraph | Block, text: str, profile: Profile) -> str:
    """The kind of decision that a block records; in a list one of its items must be one."""
    if isinstance(part, Table | Label | Lines):
        return ""
    if isinstance(part, ItemList):
        return next((kind for item in part.items if (kind := decided(item_text(item), profile))), "")
    return decided(text, profile) or (voted(text, profile) and "vote")


def decided(text: str, profile: Profile) -> str:
    found = profile.first("decisions", text)
    return str(found[0].means["decides"]) if found else ""


def voted(text: str, profile: Profile) -> str:
    """How the votes were cast, as printed."""
    found = profile.first("votes", text)
    return found[1]["value"].strip() if found else ""


def is_list(part: Paragraph | Block) -> bool:
    return isinstance(part, ItemList)


def goes_on(part: Paragraph | Block, text: str) -> bool:
    """Whether a block belongs to the decision above it: a list, or text that begins as one of its points does."""
    return isinstance(part, ItemList) or (isinstance(part, Text | Paragraph) and bool(GOES_ON.match(text)))


def item_text(item: Item) -> str:
    return plain(item.spans).strip()


def decisions_in(sections: Sequence[Section], profile: Profile, who: str) -> Iterator[Decision]:
    """Every decision with the minute it stands in; blocks that go on with one are part of its text."""
    minute, title = "", ""
    for section in sections:
        if section.number or section.level == TOP:
            minute, title = section.number, plain(section.title).strip()
        yield from section_decisions(section, profile, who, minute, title)


def section_decisions(section: Section, profile: Profile, who: str, minute: str, title: str) -> Iterator[Decision]:
    """The decisions of one section."""
    texts: list[str] = []
    first: Text | ItemList | Paragraph | None = None
    for part in (*section.content, Text(())):
        kind = getattr(part, "decides", "")
        text = " ".join(block_text(part).split())
        more = kind == "vote" and first is not None and first.decides == "vote"
        more = more or (len(texts) == 1 and bool(BARE.fullmatch(texts[0])))
        begins = bool(kind) and (first is None or (bool(kind_of(part, text, profile)) and not more))
        if first is not None and (not kind or begins):
            yield decision(first, " ".join(texts), profile, who, minute, title)
            first, texts = None, []
        if kind and isinstance(part, Text | ItemList | Paragraph):
            first = first or part
            texts.append(text)


def decision(
    first: Text | ItemList | Paragraph, text: str, profile: Profile, who: str, minute: str, title: str
) -> Decision:
    about = tuple(dict.fromkeys(REFERENCE.findall(f"{title} {text}")))
    return Decision(first.decides, first.anchor, text, minute, title, who, voted(text, profile), about)
