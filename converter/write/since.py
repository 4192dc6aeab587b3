"""What changed since the inspection before: a sentence at the head of a report, and a box with areas and points."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from converter.link import Corpus
from converter.model import Recommendation, Report
from converter.profiles import profile_named
from converter.verdict import RANKS, Verdict, verdict
from converter.write.badges import WORDS
from converter.write.changed import Change, change_lines, graded_in, tally
from converter.write.escape import inline_text
from converter.write.places import link_to, path_of
from converter.write.points import kind_of_points, point_text
from converter.write.wording import number

NO_DATE = "no date"


def before_of(report: Report, corpus: Corpus) -> Report | None:
    """The inspection before, where one is held."""
    return corpus.by_id.get(corpus.earlier.get(report.id, ""))


def named(report: Report) -> str:
    """The month in which an inspection ended."""
    return f"{report.end:%B %Y}" if report.end else NO_DATE


def when_apart(before: Report, report: Report) -> str:
    """The year of the inspection before, with its month where both are of one year."""
    if not before.end:
        return NO_DATE
    return named(before) if report.end and before.end.year == report.end.year else f"{before.end:%Y}"


def grades_of(report: Report) -> Mapping[str, str]:
    """The grade of each area that the report judges."""
    return {row.area: row.grade for row in reversed(report.judgements)}


def changes_since(report: Report, before: Report, corpus: Corpus) -> tuple[Change, ...]:
    """Every area that either of two inspections judged, in the order and under the names of the later one."""
    names: dict[str, str] = {}
    for one in (report, before):
        for judged in profile_named(one.framework).judged:
            names.setdefault(judged.area, judged.name)
    found = []
    for area, name in names.items():
        was, now = said(area, before), said(area, report)
        if was.rank or now.rank:
            found.append(Change(area, name, was, now, "" if was.rank else last_graded(area, before, corpus)))
    return tuple(found)


def last_graded(area: str, report: Report, corpus: Corpus) -> str:
    """How the last inspection before `report` that graded an area did so, in words."""
    earlier = before_of(report, corpus)
    while earlier and not said(area, earlier).rank:
        earlier = before_of(earlier, corpus)
    return graded_in(said(area, earlier).grade, named(earlier)) if earlier else ""


def said(area: str, report: Report) -> Verdict:
    began: date | None = report.start or report.end
    return verdict(area, grades_of(report), began.isoformat() if began else "", profile_named(report.framework).judged)


# ---------------------------------------------------------------- on the page


def lede(report: Report, corpus: Corpus) -> Iterator[str]:
    """Better or worse than before, and how much there is to read."""
    if report.kind != "report":
        return
    parts = []
    before = before_of(report, corpus)
    if before and (changes := changes_since(report, before, corpus)):
        parts.append(tally(changes, when_apart(before, report)))
    else:
        parts += alone(report, before)
    counts = []
    if count := sum(1 for _ in report.paragraphs()):
        counts.append(f"{number(count)} numbered paragraph{'s' if count > 1 else ''}")
    if report.recommendations:
        counts.append(kind_of_points(report.recommendations))
    if counts:
        parts.append(f"{', '.join(counts).capitalize()}.")
    if parts:
        yield f"{inline_text(' '.join(parts))}\n{{ .lede }}"


def alone(report: Report, before: Report | None) -> Iterator[str]:
    """The grade that stands for the whole of a report with which none before can be compared."""
    if report.overall in RANKS:
        yield f"{WORDS[report.overall]} overall."
    if report.judgements and report.authority and before is None:
        yield f"No earlier inspection of {report.authority.name} with grades is held here."


def since_box(report: Report, corpus: Corpus) -> Iterator[str]:
    """What improved and fell since the inspection before, and what that one had asked for."""
    before = before_of(report, corpus)
    changes = changes_since(report, before, corpus) if before else ()
    if not before or not (changes or before.recommendations):
        return
    lines = [f"What changed since [{named(before)}]({link_to(report, path_of(before))})\n{{ .box-head }}"]
    if changes:
        lines.append("\n".join(change_lines(changes, named(before), named(report))))
    if before.recommendations:
        lines.append(asked_before(report, before, corpus))
    yield '<div class="since" markdown>\n\n' + "\n\n".join(lines) + "\n\n</div>"


def asked_before(report: Report, before: Report, corpus: Corpus) -> str:
    """The points of the inspection before, each with those of this one that are on the same matter."""
    same: dict[str, list[Recommendation]] = {}
    for point in report.recommendations:
        for earlier in corpus.repeats.get((report.id, point.anchor), ()):
            same.setdefault(earlier, []).append(point)
    page = link_to(report, path_of(before))
    rows = []
    for point in before.recommendations:
        again = [f"[here](#{later.anchor})" for later in same.get(f"{before.id}#{point.anchor}", ())]
        like = f" *On the same matter: {', '.join(again)}*" if again else ""
        rows.append(f"1. [{point_text(point)}]({page}#{point.anchor}){like}")
    note = "\n\nWhat is on the same matter was found by likeness of words: read both.\n{ .quiet }" if same else ""
    return (
        f'<details class="asked" markdown>\n<summary>What it had asked for: {kind_of_points(before.recommendations)}'
        "</summary>\n\n" + "\n".join(rows) + note + "\n\n</details>"
    )
