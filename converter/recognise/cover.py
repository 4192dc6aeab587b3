"""The front page: whom a report is about, when, and who led it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from converter.model import Authority, Kind, Line, plain
from converter.profiles import Profile
from converter.recognise.authority import authority_of, known, mentioned
from converter.recognise.dates import days
from converter.recognise.publication import read_publication

RANK = re.compile(
    r"[\s,(–-]*(?:\bsenior )?(?:(?:Her|His) Majesty['’‘]?s['’‘]? (?:Inspectors?|Inspectorate).*"
    r"|\b(?:HMI|SHMI|(?:HM |Ofsted |social care |regulatory )*Inspector|OI|Ofsted)\b.*)$",
    re.IGNORECASE,
)
PERSON = re.compile(r"[A-ZÀ-Þ][\w'’.-]*(?: (?:(?:de|van|von|la|le|den|der|O)\s)*[A-ZÀ-Þ][\w'’.-]*){1,4}")


@dataclass(frozen=True, slots=True)
class Cover:
    """The facts of a front page; what it does not print is None."""

    title: str
    authority: Authority | None
    start: date | None
    end: date | None
    published: date | None
    lead_inspector: str | None
    month: str = ""
    publisher: str = ""
    licence: str = ""


def read_cover(front: Sequence[Line], body: Sequence[Line], profile: Profile) -> Cover:
    """The facts the front page prints; the lead inspector, or a sentence that names a fact, may stand in the body."""
    if not profile.of_place:
        said = read_publication(front, profile)
        return Cover(said.title, None, None, None, said.published, None, said.month, said.publisher, said.licence)
    dated = (*values(front, profile, "dates"), *told(body, profile, "dates", "text"))
    dates = next((found for text in dated if (found := days(text))), ())
    published = next((found for text in values(front, profile, "published") if (found := days(text))), ())
    return Cover(
        title=title_of(front, profile),
        authority=authority(front, body, profile),
        start=dates[0] if dates else None,
        end=dates[-1] if dates else None,
        published=published[-1] if published else None,
        lead_inspector=inspector(front, profile) or inspector(body, profile),
    )


def values(lines: Sequence[Line], profile: Profile, name: str) -> Iterator[str]:
    """What stands behind a field's name, in the next cell or on the line below; or above, where the pattern says so.

    Each cell of a row is read before the whole row: names and titles of those who sign stand side by side.
    """
    for at, line in enumerate(lines):
        cells = columns(line) if line.kind is not Kind.ITEM else []
        for column, text in enumerate(dict.fromkeys((*cells, " ".join(cells)))):
            found = profile.first(f"cover.{name}", text)
            if not found:
                continue
            if found[0].where == "above":
                value = beside(lines[at - 1], column) if at else ""
            else:
                value = found[1]["value"].strip() or "".join(cells[column + 1 : column + 2])
                value = value or (beside(lines[at + 1], column) if at + 1 < len(lines) else "")
            if value:
                yield value


def columns(line: Line) -> list[str]:
    """The cells of a row; any other line is one cell."""
    return [" ".join(plain(cell).split()) for cell in line.cells] or [" ".join(line.text.split())]


def beside(line: Line, column: int) -> str:
    """The cell of a line in this column, the whole line where it has no such cell."""
    cells = columns(line)
    return cells[column] if column < len(cells) else " ".join(cells)


def told(lines: Sequence[Line], profile: Profile, name: str, where: str) -> Iterator[str]:
    """What the title, or sentences of the text, say where a profile knows them to name a fact."""
    if all(pattern.where != where for pattern in profile.cover[name]):
        return
    for line in lines:
        found = profile.first(f"cover.{name}", " ".join(line.text.split())) if line.kind is Kind.TEXT else None
        if found and found[0].where == where:
            yield found[1]["value"].strip()


def title_of(front: Sequence[Line], profile: Profile) -> str:
    """The printed title: the line by which the framework is recognised, with the part it may add to it."""
    for at, line in enumerate(front):
        if not profile.first("recognise", line.text.strip()):
            continue
        title = line.text.strip()
        rest = [after.text.strip() for after in front[at + 1 : at + 3]]
        if rest and title.endswith(" and"):
            title = f"{title} {rest[0]}"
        elif len(rest) == 2 and rest[0].lower() == "and":
            title = f"{title} and {rest[1]}"
        return re.sub(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+$|(?<=board) \d$", "", title).strip()
    return " ".join(front[0].text.split()) if front else ""


def authority(front: Sequence[Line], body: Sequence[Line], profile: Profile) -> Authority | None:
    """The one that the profile finds in title or text, else a known one before any other, a line of its own first.

    A trust that works for a council, or two councils together, are the first one that they name.
    """
    texts = [line.text.strip() for line in front if line.kind is Kind.TEXT]
    sure = [*told(front, profile, "authority", "title"), *told((*front, *body), profile, "authority", "text")]
    if sure:
        return authority_of(sure[0])
    named = [value for text in texts if (value := authority_name(text, profile))]
    for name in (*texts, *named):
        if len(name) < 80 and (found := known(name)):
            return found
    title = next((at for at, text in enumerate(texts) if profile.first("recognise", text)), 0)
    for name in (*named, *texts[:title]):
        if len(name) < 80 and (found := mentioned(name)):
            return found
    return next((found for name in named if (found := authority_of(name)).slug), None)


def authority_name(text: str, profile: Profile) -> str:
    found = profile.first("cover.authority", text)
    return found[1]["value"].strip() if found else ""


def inspector(lines: Sequence[Line], profile: Profile) -> str | None:
    """The lead inspector as printed, without rank; two where the report names two."""
    for value in values(lines, profile, "inspector"):
        names = [RANK.sub("", part).strip(" ,;") for part in re.split(r"\s+(?:and|&)\s+|[;/]\s*", value)]
        if people := [name for name in names if PERSON.match(name)]:
            return " and ".join(people)
    return None
