"""Where a text speaks of another inspection: "the last inspection in 2018", "a focused visit in May 2019".

    mention = [date] [determiner] {modifier} noun [complement] [date {"and" date}]
            | [date] verb [date]
    noun    = "inspection" | "visit" after focused or monitoring | "joint area review" | ...
    verb    = "inspected" | "found by Ofsted" | "judged to be good" | ...

Only what the words say is given here; which report that is, only the corpus knows. A report's own inspection ("at the
time of the inspection", "this inspection") is no mention, nor are inspections of homes and schools.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from converter.heard import Mention, When
from converter.profiles import profile_named
from converter.recognise.dates import MONTHS
from converter.recognise.mention_words import (
    ADVERB,
    AFTER,
    BACK,
    BEFORE,
    DETERMINERS,
    HEAD,
    LAST,
    MODIFIERS,
    NEVER_FIRST,
    ONE_DATE,
    ONE_MONTH,
    OWN,
    PROVIDERS,
    SENTENCE,
    SERVED,
    THEIRS,
    UNDATED_AFTER,
    VISIT_TO,
    WORD,
    YEAR,
)

KINDS = "ofsted"  # the profile whose list says which kind of inspection words name
OF_A_SERVICE = ("adoption", "private-fostering", "fostering")
NEAR = 120  # characters before a head in which its modifiers stand
SUBJECT = 8  # words before "was inspected" that may say what was
HINTS = ("nspect", "visit", "review", "JAR", "ILACS", " 20", " 19")  # every mention holds one of them
LONGEST = 600  # characters of a sentence that are looked at, before a place and after it
JOINED = len(", during ")


@dataclass(frozen=True, slots=True)
class Named:
    """The words before a head: where the name begins, its determiner and its modifiers in lower case."""

    start: int
    determiner: str
    words: tuple[str, ...]

    @property
    def last(self) -> bool:
        """Whether they mean the inspection before; a recent one need not be the last."""
        return any(word in LAST for word in self.words) and not ("recent" in self.words and "most" not in self.words)

    @property
    def one_of_some(self) -> bool:
        """Whether they do not say which of those before they mean, as "a previous inspection" does not."""
        return self.last and self.determiner in {"a", "an"} and "most" not in self.words

    @property
    def when(self) -> When | None:
        """The date among them, as in "the November 2014 inspection"."""
        at = next((at for at, word in enumerate(self.words) if YEAR.fullmatch(word)), None)
        if at is None:
            return None
        month = self.words[at - 1] if at else ""
        return When(int(self.words[at]), (MONTHS[month],) if month in MONTHS else ())


def mentions(text: str) -> tuple[Mention, ...]:
    """Every mention of another inspection in a run of text, in order."""
    if not any(word in text for word in HINTS):
        return ()
    found: list[Mention] = []
    for head in HEAD.finditer(text):
        if not found or head.start() >= found[-1].end:
            found += noun_mentions(text, head) if head["noun"] else verb_mention(text, head)
    return tuple(found)


# ---------------------------------------------------------------- a noun


def noun_mentions(text: str, head: re.Match[str]) -> Iterator[Mention]:
    """What a noun and the words around it mention: an inspection, several by their dates or services, or none."""
    named = named_before(text, head.start())
    tail = None if named.when else AFTER.match(text, head.end())
    about = text[named.start : head.end()] + complement(tail or UNDATED_AFTER.match(text, head.end()))
    whens = [named.when] if named.when else dates_around(text, named.start, tail)
    mention = Mention(
        named.start,
        head.end(),
        kind_of(about) or kind_of(subject(text, named.start)),
        last=named.last,
        back=named.determiner in BACK or "subsequent visits" in about,
        many=not whens and (is_many(head, tail or UNDATED_AFTER.match(text, head.end())) or named.one_of_some),
        whose=about,
    )
    judged = "judg" in head["noun"].lower()
    if not (whens and named.last if judged else tells(mention, named, bool(whens), text)):
        return
    if whens:
        yield from dated(mention, whens, tail)
    else:
        yield from undated(mention, text)


def named_before(text: str, head: int) -> Named:
    """The determiner and the modifiers that stand before a head."""
    start, words, determiner = head, list[str](), ""
    for match in reversed(list(WORD.finditer(text, max(0, head - NEAR), head))):
        word = match[0].lower().replace("’", "'").replace("‘", "'")
        between = text[match.end() : start].strip()
        listed = between == "," and word in MODIFIERS and words and words[0] not in LAST
        if between and not listed:
            break
        if word in DETERMINERS:
            determiner = word
            break
        if word not in MODIFIERS and word not in MONTHS and not YEAR.fullmatch(word):
            break
        words.insert(0, word)
        start = match.start()
    return without_joints(text, Named(start, determiner, tuple(words)))


def without_joints(text: str, named: Named) -> Named:
    """The same without an "and" or "of" at its beginning."""
    start, words = named.start, named.words
    while words and words[0] in NEVER_FIRST:
        gone = re.compile(r"\S+\s*").match(text, start)
        start, words = (gone.end() if gone else start), words[1:]
    return Named(start, named.determiner, words)


def complement(after: re.Match[str] | None) -> str:
    return after["complement"] if after else ""


def subject(text: str, place: int) -> str:
    """The service that the sentence begins with, as in "The adoption service was good at the inspection in 2012"."""
    found = SERVED.match(sentence(text, place, before=True))
    return found[0] if found else ""


def is_many(head: re.Match[str], after: re.Match[str] | None) -> bool:
    """Whether a noun means more than one inspection; "previous inspection reports" does."""
    plural = head["noun"].endswith("s") and head["noun"] != "ILACS"
    return plural or bool(after and after["name"].startswith(" reports"))


def dates_around(text: str, start: int, tail: re.Match[str] | None) -> list[When]:
    """The dates that follow a name, else the one directly before it."""
    if tail:
        return dates(tail["when"])
    ahead = BEFORE.search(text, max(0, start - 60), start)
    return dates(ahead["when"]) if ahead else []


def dates(text: str) -> list[When]:
    """Every date of a list of dates."""
    return [
        When(int(match[0][-4:]), tuple(MONTHS[name.lower()] for name in ONE_MONTH.findall(match[0])))
        for match in ONE_DATE.finditer(text)
    ]


def tells(mention: Mention, named: Named, dated: bool, text: str) -> bool:
    """Whether the words point to one of the authority's own inspections at another time."""
    if named.determiner in OWN or of_a_provider(mention, named, text):
        return False
    if mention.kind == "thematic":
        return dated
    if dated or mention.back or mention.kind == "joint-area-review":
        return True
    if mention.kind == "focused-visit":
        return named.determiner == "the" or named.last
    if mention.kind == "monitoring-visit":
        bare = set(named.words) <= {"monitoring", "ofsted", "ofsted's", "subsequent"}
        others = VISIT_TO.match(text, mention.end) or PROVIDERS.search(sentence(text, mention.start))
        return named.last or (bare and not others)
    return named.last or {"recent", "ofsted"} <= set(named.words)


def of_a_provider(mention: Mention, named: Named, text: str) -> bool:
    """Whether it is an inspection of a home, a school or another provider."""
    if mention.kind in {"", "full"} and PROVIDERS.search(mention.whose):
        return True
    if named.determiner not in THEIRS:
        return False
    return "most" in named.words or bool(PROVIDERS.search(sentence(text, mention.start)))


def dated(mention: Mention, whens: Sequence[When], tail: re.Match[str] | None) -> Iterator[Mention]:
    """One mention for each date; where the date follows directly, the words run on to it."""
    if tail is None:
        yield replace(mention, when=whens[0])
        return
    places = [match.span() for match in ONE_DATE.finditer(tail.string, tail.start("when"), tail.end("when"))]
    joined = not tail["complement"] and "(" not in tail["joint"] and len(tail["joint"]) <= JOINED
    yield replace(mention, when=whens[0], end=places[0][1] if joined else mention.end)
    for when, (start, end) in zip(whens[1:], places[1:], strict=True):
        yield replace(mention, when=when, start=start, end=end)


def undated(mention: Mention, text: str) -> Iterator[Mention]:
    """The mention; "at the latest inspections, adoption and fostering services were good" is one for each service."""
    words = sentence(text, mention.start)
    kinds = [kind for kind in OF_A_SERVICE if mention.many and mention.last and kind_in(words, kind)]
    if kinds and not mention.kind:
        yield from (replace(mention, kind=kind, many=False) for kind in kinds)
    else:
        yield mention


# ---------------------------------------------------------------- a verb


def verb_mention(text: str, head: re.Match[str]) -> Iterator[Mention]:
    """ "was last inspected in 2008", "judged to be good in 2012", "In October 2011 Ofsted re-inspected the service"."""
    tail = AFTER.match(text, head.end())
    tail = tail if tail and not tail["complement"] else None
    adverb = ADVERB.search(text, max(0, head.start() - NEAR), head.start())
    start = adverb.start() if adverb else head.start()
    whens = dates_around(text, start, tail) if tail or "inspect" in head[0].lower() else []
    words = " ".join(sentence(text, start, before=True).split()[-SUBJECT:])
    about = words if tail else f"{words} {text[head.end() : head.end() + NEAR // 2]}"
    kind = kind_of(about)
    if not whens or (kind in {"", "full"} and PROVIDERS.search(sentence(text, start))):
        return
    end = ONE_DATE.search(text, head.end()) if tail else None
    last = bool(adverb) or bool(re.search(r"\blast time\b", words))
    yield Mention(start, end.end() if end else head.end(), kind, whens[0], last, echo=bool(head["echo"]), whose=about)


# ---------------------------------------------------------------- words


def sentence(text: str, place: int, before: bool = False) -> str:
    """The sentence in which a place stands; with `before` only what comes before the place."""
    first, last = max(0, place - LONGEST), min(len(text), place + LONGEST)
    start = max((match.end() for match in SENTENCE.finditer(text, first, place)), default=first)
    after = SENTENCE.search(text, place, last)
    return text[start : place if before else after.end() if after else last]


def kind_of(words: str) -> str:
    """The kind of inspection that words name, empty where they don't tell."""
    found = profile_named(KINDS).first("kinds", words) if words else None
    return str(found[0].means["name"]) if found else ""


def kind_in(words: str, kind: str) -> bool:
    """Whether words name a kind, whatever else they name."""
    return any(row.regex.search(words) for row in profile_named(KINDS).lists["kinds"] if row.means["name"] == kind)
