"""The front page of a report about no one place: its title, who published it, when, and on which terms."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from converter.model import Kind, Line
from converter.profiles import Profile
from converter.recognise.dates import days, month_of

LONGEST_TITLE = 200
LONGEST_PUBLISHER = 160


@dataclass(frozen=True, slots=True)
class Publication:
    """What a front page says of its publication; `month` is 2024-07 where no day is printed."""

    title: str
    publisher: str
    published: date | None
    month: str
    licence: str


def read_publication(front: Sequence[Line], profile: Profile) -> Publication:
    """The facts that the front page prints, empty where it does not."""
    texts = [" ".join(line.text.split()) for line in front if line.kind is not Kind.ITEM]
    published, month = dated(texts, profile)
    return Publication(title_of(front, profile), publisher(texts, profile), published, month, licence(texts, profile))


def title_of(front: Sequence[Line], profile: Profile) -> str:
    """The line in the largest type on the first page, else on any, that is neither publisher nor aside."""
    first = [line for line in front if line.page == front[0].page] if front else []
    for lines in (first, front):
        named = [line for line in lines if is_title(" ".join(line.text.split()), profile)]
        if named:
            return " ".join(max(named, key=lambda line: line.size).text.split())
    return " ".join(front[0].text.split()) if front else ""


def is_title(text: str, profile: Profile) -> bool:
    if not 3 < len(text) < LONGEST_TITLE or profile.first("asides", text):
        return False
    found = profile.first("cover.publisher", text)
    return not found or found[1].group() != text or found[1]["value"] != text.removeprefix("The ")


def publisher(texts: Iterable[str], profile: Profile) -> str:
    """The publisher's name as its line gives it, or as the pattern says it is called."""
    for text in texts:
        found = profile.first("cover.publisher", text) if len(text) < LONGEST_PUBLISHER else None
        if found:
            return str(found[0].means.get("says", "")) or found[1]["value"].strip()
    return ""


def dated(texts: Sequence[str], profile: Profile) -> tuple[date | None, str]:
    """The day of publication, else its month; what says most surely that it is one comes first."""
    months: list[str] = []
    for pattern in profile.cover["published"]:
        for at, text in enumerate(texts):
            found = pattern.find(text)
            if not found:
                continue
            value = found["value"]
            if not days(value) and not month_of(value):
                value = " ".join(texts[at + 1 : at + 2])
            if some := days(value):
                return some[-1], ""
            months += filter(None, [month_of(value)])
    return None, months[0] if months else ""


def licence(texts: Iterable[str], profile: Profile) -> str:
    return next((str(found[0].means["says"]) for text in texts if (found := profile.first("licences", text))), "")
