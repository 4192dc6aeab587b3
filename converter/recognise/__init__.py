"""Second stage: lines become reports, every part of them with its address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from converter.model import Kind, Line, Report, Source
from converter.profiles import Profile, load_profiles, profile_named
from converter.recognise.account import counted
from converter.recognise.inspection import inspection_report
from converter.recognise.numbering import report_numbers
from converter.recognise.packs import pack_reports
from converter.recognise.packs.agenda import agenda_pages, read_agenda, routine
from converter.recognise.terms import terms_of
from converter.sidecars import NOTHING, Sidecar
from converter.stages import stage

COVER_LINES = 25
TITLE_LINES = 3
LETTER_HEAD = 80  # a letterhead, and everyone to whom the letter goes
SALUTATION = re.compile(r"Dear\b.{1,200}", re.IGNORECASE)
PACK = "committee-pack"
NUMBERED = "numbered-report"
LEAST = 20


@stage("recognise")
def recognise(source: Source, sidecar: Sidecar = NOTHING) -> tuple[Report, ...]:
    """The reports in a source: one, or a committee pack with its items and the reports inside it."""
    profile = profile_named(sidecar.framework) if sidecar.framework else framework_of(source)
    if profile.slug == PACK:
        found = pack_reports(source, profile, sidecar)
    else:
        report = inspection_report(source, source.lines, profile, sidecar)
        found = (replace(report, left_out=(*source.left_out, *report.left_out)),)
    return tuple(
        replace(report, source_url=sidecar.source_url, publish=sidecar.publish, terms=terms_of(report))
        for report in counted(source, found)
    )


def framework_of(source: Source) -> Profile:
    """The profile whose pattern stands first on the front page; `unknown` where none does.

    A pack is known by its committee and its agenda, so that a report about a committee is none. Any other
    report that numbers its paragraphs is a numbered report: by what its front page says, or by its numbers.
    """
    if is_pack(source):
        return profile_named(PACK)
    profiles = [profile for profile in load_profiles() if profile.recognised and profile.slug != NUMBERED]
    letters = [profile for profile in profiles if profile.letter]
    for lines, some in ((source.lines[:COVER_LINES], profiles), (below_salutation(source.lines), letters)):
        for text in titles(lines):
            for profile in some:
                if profile.first("recognise", text) and (profile.slug != PACK or has_agenda(source.lines)):
                    return profile
    return profile_named(NUMBERED if is_numbered_report(source.lines) else "unknown")


def is_numbered_report(lines: Sequence[Line]) -> bool:
    """Whether lines of no other family number their paragraphs, as their front page or a long chain of numbers says."""
    profile = profile_named(NUMBERED)
    numbers = len(report_numbers(lines, profile))
    named = any(profile.first("recognise", cell) for line in lines[: 2 * COVER_LINES] for cell in line.text.split("\t"))
    return numbers >= LEAST or (named and numbers > 0)


def below_salutation(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines in which a letter prints its title."""
    dear = (at for at, line in enumerate(lines[:LETTER_HEAD]) if SALUTATION.fullmatch(line.text.strip()))
    start = next(dear, len(lines))
    return lines[start + 1 : start + 1 + TITLE_LINES]


def titles(lines: Sequence[Line]) -> Iterator[str]:
    """The texts of a front page that may be its title, which may run over several lines."""
    texts = [line.text.strip() if line.kind is Kind.TEXT else "" for line in lines]
    for at in range(len(texts)):
        for count in range(1, TITLE_LINES + 1):
            if all(texts[at : at + count]):
                yield " ".join(texts[at : at + count])


def is_pack(source: Source) -> bool:
    """Whether a document says that it is a pack: by an item stamped on a page, or on its front page with an agenda.

    The sentence that calls a meeting stands above an agenda of items that nearly every agenda has.
    """
    pack = profile_named(PACK)
    if any(sheet.stamp and pack.first("stamps", sheet.stamp) for sheet in source.sheets):
        return True
    head = list(titles(source.lines[:COVER_LINES]))
    if any(pack.first("packs", text) for text in head):
        return has_agenda(source.lines)
    return any(pack.first("committees", text) for text in head) and lists_routine(source.lines)


def has_agenda(lines: Sequence[Line]) -> bool:
    """Whether the lines hold an agenda: items that count up, or papers that name theirs."""
    pack = profile_named(PACK)
    return any(pack.first("parts", line.text.strip()) for line in lines) or lists_routine(lines)


def lists_routine(lines: Sequence[Line]) -> bool:
    """Whether the lines hold an agenda with items that nearly every agenda has."""
    pack = profile_named(PACK)
    return routine(read_agenda(agenda_pages(lines, pack), pack)[1], pack) > 1
