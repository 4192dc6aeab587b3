"""Acts, regulations and their provisions that a text names, as links to legislation.gov.uk.

    reference  = provisions ("of" | "to" | "in") ["the"] name               section 47(1) of the Children Act 1989
               | provisions name                                            Section 251 Local Government Act 1972
               | provisions [thing] "(" ["the"] name ")"                    section 20 (Children Act 1989)
               | name "(" provisions ")" | name [","] provisions            the Children Act 1989 (section 20)
               | name | name "s" year "and" year                            the Children Acts 1989 and 2004
               | a term of acts.yml                                         a section 47 enquiry
    provisions = provision (("," | "and" | "or" | "to" | "-") provision)*   sections 17 and 47, section 17 or section 20

One provision and its act are one link; of several, each has its own, and so has the act. What is part of a longer name,
of a year that has no such act, or of a kind that the act does not have, stays plain.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from converter.link.acts import KINDS, Act, legislation

Link = tuple[int, int, str]

REACH = 240  # how far from a name its provisions are looked for
DATED = re.compile(r"(?:acts?|regulations|order|rules),?\s(?:of\s)?\(?\d{4}", re.IGNORECASE)
COUNTED = re.compile(rf"\b(?:{'|'.join(KINDS.values())})\d", re.IGNORECASE)
YEARS = r"\(?\d{4}\)?(?:(?:,\s|,?\sand\s)\d{4})*"
YEAR = re.compile(r"\d{4}")
DIGIT = re.compile(r"\d")

BELOW = r"(?:\s?\((?:\d{1,3}[A-Z]?|[a-z]{1,4})\))*"
NUMBER = rf"(?:\d{{1,3}}[A-Z]{{0,3}}|[IVX]{{1,5}}[A-Z]?){BELOW}(?![\w’']|[./]\d)"
JOIN = r"(?:,\s(?:and\s|or\s)?|\s(?:and|or|to)\s|\s?[-–&/]\s?)"
PARAGRAPHS = rf"(?i:paragraphs?\s|paras?\.?\s?){NUMBER}(?:{JOIN}{NUMBER})*\s(?:of|in)\s"
SCHEDULE = rf"(?:{PARAGRAPHS})?(?:(?i:part)\s[\dIVX]+[A-Z]?\s(?:of|in)\s)?(?i:schedules?)\s{NUMBER}"
NUMBERED = rf"(?i:{'|'.join(KINDS.values())}){NUMBER}"
PROVISIONS = rf"(?:{SCHEDULE}|{NUMBERED})(?:{JOIN}(?:{SCHEDULE}|{NUMBERED}|{NUMBER}))*"
EACH = re.compile(
    rf"(?:(?P<paragraphs>{PARAGRAPHS})?(?P<within>(?i:part)\s[\dIVX]+[A-Z]?\s(?:of|in)\s)?(?P<schedule>(?i:schedules?)\s)"
    rf"|(?P<kind>(?i:{'|'.join(KINDS.values())})))?(?P<number>{NUMBER})"
)
THINGS = r"(?:notices?|enquir(?:y|ies)|dut(?:y|ies)|orders?|agreements?|audits?|powers?|accommodation)"
BEFORE = re.compile(
    rf"(?<![\w.’'])(?P<list>{PROVISIONS})"
    rf"(?P<between>\s(?:(?:of|to|in)\s(?:the\s)?)?|(?:\s{THINGS})?\s\((?:the\s)?)$"
)
AFTER = re.compile(
    rf"\s(?P<bare>{PROVISIONS})(?!\s(?:of|to|in)\b)|\s?\((?P<inside>{PROVISIONS})\)"
    rf"|,\s(?P<comma>{PROVISIONS})(?=[.;,)]|$)"
)
FIGURE = re.compile(r"\d{1,3}[A-Z]{0,3}|[IVX]{1,5}[A-Z]?")
LONGER = re.compile(r"(?:(?P<word>[A-Z][\w’'-]*)(?:,\s|\s)(?:(?:and|&)\s)?|[-–])$")
OPENERS = {"the", "under", "in", "of", "see", "by", "from", "both", "with", "to", "for", "and", "this", "while", "when"}
OTHERS = re.compile(
    r"\)?(?:\s\([^()]*\))*(?:\s[A-Z][\w’'-]*,?(?:\s(?:and|of|for|to))?|\s\([^()]*\)){0,9}\s(?:Regulations|Order|Rules)\b"
)


def found_in(text: str) -> Sequence[Link]:
    """Where `text` names legislation: the first and last place of each link, and its address, in order."""
    if not DIGIT.search(text):
        return ()
    links: list[Link] = []
    last = 0
    for match in names().finditer(text) if DATED.search(text) else ():
        found = list(references(text, match, last))
        links += found
        last = max([last, *(end for _, end, _ in found)])
    return tuple(sorted([*links, *free(terms_in(text), links)]))


@lru_cache(maxsize=1)
def names() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w-])(?P<name>(?i:{legislation().names}))(?P<many>s)?,?\s(?:of\s)?(?P<years>{YEARS})(?![\w/–-]*\d)"
    )


def references(text: str, match: re.Match[str], last: int) -> Iterator[Link]:
    """The links of one name: the act, and the provisions that stand before or after it, but not before `last`."""
    acts = list(named(match))
    first = max(last, match.start() - REACH)
    before = BEFORE.search(text[first : match.start()])
    if longer(text, match, before is not None):
        return
    if before and len(acts) == 1:
        yield from preceded(before, first, acts[0])
        return
    yield from ((start, end, act.url) for start, end, act in acts)
    if len(acts) == 1 and (after := AFTER.match(text, acts[0][1], acts[0][1] + REACH)):
        group = str(after.lastgroup)
        yield from provisions(after[group], after.start(group), acts[0][2])


def named(match: re.Match[str]) -> Iterator[tuple[int, int, Act]]:
    """The acts that a name stands for, one for each year that has such an act; a singular has its first year alone."""
    years = list(YEAR.finditer(match["years"]))
    for at, year in enumerate(years if match["many"] else years[:1]):
        if act := legislation().act(match["name"], year[0]):
            place = match.start("years")
            closed = match["years"].startswith("(") and at == 0
            yield place + year.start() if at else match.start(), place + year.end() + closed, act


def longer(text: str, match: re.Match[str], provided: bool) -> bool:
    """Whether a name is only a part of one that the table does not hold."""
    if OTHERS.match(text, match.end()):
        return True
    before = LONGER.search(text[max(0, match.start() - REACH) : match.start()])
    return bool(before and not provided and (before["word"] or "-").lower() not in OPENERS)


def preceded(before: re.Match[str], first: int, name: tuple[int, int, Act]) -> Iterator[Link]:
    """The links of an act whose provisions stand before it."""
    start, end, act = name
    found = list(provisions(before["list"], first + before.start("list"), act))
    if len(found) == 1 and "(" not in before["between"]:
        yield found[0][0], end, found[0][2]
        return
    yield from found
    yield start, end, act.url


def provisions(text: str, start: int, act: Act) -> Iterator[Link]:
    """The links of provisions that stand together; a number without its kind has that of the one before."""
    kind = ""
    for match in EACH.finditer(text):
        kind = kind_of(match) or kind
        number = FIGURE.match(match["number"])
        url = act.provision(kind, number[0]) if number else ""
        if url:
            yield start + match.start(), start + match.end(), url + paragraph(match)


def kind_of(match: re.Match[str]) -> str:
    if match["schedule"]:
        return "schedule"
    return next((kind for kind, words in KINDS.items() if re.fullmatch(words, match["kind"] or "", re.IGNORECASE)), "")


def paragraph(match: re.Match[str]) -> str:
    """The end of the address of a Schedule's one paragraph; those of a Part may be counted anew."""
    numbers = FIGURE.findall(match["paragraphs"] or "")
    return f"/paragraph/{numbers[0]}" if len(numbers) == 1 and not match["within"] else ""


def terms_in(text: str) -> Iterator[Link]:
    """The links of terms."""
    for term in legislation().terms if COUNTED.search(text) else ():
        for match in term.regex.finditer(text):
            yield *match.span("value"), term.url


def free(links: Iterable[Link], taken: Sequence[Link]) -> Iterator[Link]:
    """The links that share no place with one that is taken."""
    places = {place for start, end, _ in taken for place in range(start, end)}
    yield from (link for link in links if places.isdisjoint(range(*link[:2])))
