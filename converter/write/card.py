"""The header card of a page: the judgements beside those of the inspection before, the inspections, the facts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from converter.link import Corpus
from converter.model import Judgement, Report
from converter.profiles import Profile, profile_named
from converter.write.badges import badge_html
from converter.write.escape import html_text, inline_text, url
from converter.write.papers import decision_line, meeting_facts
from converter.write.places import link_to, page_span, pages_text, path_of, period, publication, root_of, source_pdf
from converter.write.since import before_of, grades_of, named, said, when_apart

FINER = "/"
OVERALL = "overall"
VERB = re.compile(r"\s+(?:is|are)\Z")
FRONT_SHEETS = {"pack", "supplement"}
HALVES = {"help-and-protection": "Safeguarding services", "children-in-care": "Services for looked after children"}


def card(report: Report, corpus: Corpus) -> str:
    """The header card: judgements, other inspections of the same authority, then the facts."""
    parts = []
    main = [row for row in report.judgements if FINER not in row.area]
    finer = [row for row in report.judgements if FINER in row.area]
    if main:
        parts.append(judgement_table(main, report, before_of(report, corpus)))
    elif report.kind == "report" and expects_judgements(profile_named(report.framework)):
        parts.append("No judgement was found in this report.")
    if finer:
        parts.append(
            f'<details class="finer">\n<summary>All {len(report.judgements)} judgements</summary>\n'
            f"{judgement_table(finer, report, None)}\n</details>"
        )
    parts += inspections_list(report, corpus)
    parts.append(facts(report, corpus))
    return '<div class="card" markdown>\n\n' + "\n\n".join(parts) + "\n\n</div>"


# ---------------------------------------------------------------- judgements


def judgement_table(rows: Sequence[Judgement], report: Report, before: Report | None) -> str:
    """A row for each judgement; each cell knows its head, for a page too narrow for columns."""
    then = f"In {when_apart(before, report)}" if before and any(row.area in grades_of(before) for row in rows) else ""
    heads = "".join(f'<th scope="col">{head}</th>' for head in ("Judgement", "Grade", then) if head)
    body = "\n".join(
        [*no_overall(report, rows, before, then), *(judgement_row(row, before if then else None, then) for row in rows)]
    )
    return (
        '<table class="pp-table judgements">\n<caption class="pp-hidden">Judgements</caption>\n'
        f"<thead><tr>{heads}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"
    )


def judgement_row(row: Judgement, before: Report | None, then: str) -> str:
    cells = [
        f'<th scope="row" id="{row.anchor}">{html_text(half_name(row))}</th>',
        f'<td data-label="Grade">{badge_html(row.grade)}</td>',
    ]
    if before:
        cells.append(f'<td data-label="{then}">{grade_or_words(row.area, before)}</td>')
    return f"<tr{whole(row.area)}>{''.join(cells)}</tr>"


def whole(area: str) -> str:
    return ' class="whole"' if area == OVERALL else ""


def no_overall(report: Report, rows: Sequence[Judgement], before: Report | None, then: str) -> Iterator[str]:
    """A row that says why there is no overall grade, where the framework gives or gave one."""
    judged = {area.area: area.name for area in profile_named(report.framework).judged}
    if OVERALL in judged and OVERALL not in grades_of(report) and FINER not in rows[0].area:
        cells = [f'<td data-label="Grade">{grade_or_words(OVERALL, report)}</td>']
        if before and then:
            cells.append(f'<td data-label="{then}">{grade_or_words(OVERALL, before)}</td>')
        yield f'<tr class="whole"><th scope="row">{judged[OVERALL]}</th>{"".join(cells)}</tr>'


def grade_or_words(area: str, report: Report) -> str:
    """What an inspection said of an area: its badge, or in words why it gave no grade."""
    found = said(area, report)
    return badge_html(found.grade) or f'<em class="blank">{html_text(found.words)}</em>'


def half_name(row: Judgement) -> str:
    """A label without the verb that led to its grade, which says what it is: overall, or of a 2009-12 report's half."""
    if row.label.lower() == "overall effectiveness" and row.area != "overall":
        return HALVES.get(row.area, row.label)
    half, _, rest = row.area.partition(FINER)
    if rest:
        return f"{half.replace('-', ' ').capitalize()}: {row.label}"
    label = VERB.sub("", row.label)
    return label if row.area != OVERALL or OVERALL in label.lower() else f"Overall: {label}"


def expects_judgements(profile: Profile) -> bool:
    """Whether a report of this framework without a judgement needs a word about it."""
    return profile.recognised and profile.judges


def inspections_list(report: Report, corpus: Corpus) -> Iterator[str]:
    """The inspections of the same series with their overall grades, oldest first, this one marked."""
    series = in_series(report, corpus)
    if len(series) < 2:
        return
    rows = []
    for one in series:
        link = f'<a href="{root_of(report)}reports/{html_text(one.id)}/">{named(one)}</a>'
        here = f'<span aria-current="page">{named(one)}</span>'
        rows.append(f"<li>{here if one is report else link} {badge_html(one.overall)}</li>")
    yield f'<nav class="inspections" aria-label="Inspections"><p>Inspections</p><ol>{"".join(rows)}</ol></nav>'


def in_series(report: Report, corpus: Corpus) -> list[Report]:
    """The report, those before it and those after it, oldest first."""
    chain = [report]
    while (found := before_of(chain[0], corpus)) is not None:
        chain.insert(0, found)
    while (identity := corpus.later.get(chain[-1].id, "")) in corpus.by_id:
        chain.append(corpus.by_id[identity])
    return chain


# ---------------------------------------------------------------- facts


def facts(report: Report, corpus: Corpus) -> str:
    """The facts of the report as a list of terms, and links to its originals and its pack."""
    rows: list[tuple[str, str]] = []
    if report.kind == "report":
        rows.append(("Inspected" if report.start != report.end else "Inspected on", period(report.start, report.end)))
        rows.append(("Publisher", html_text(report.publisher)))
        rows.append(("Published", publication(report)))
        rows.append(("Framework", html_text(profile_named(report.framework).name)))
        rows.append(("Lead inspector", html_text(report.lead_inspector or "")))
    else:
        rows += meeting_facts(report, source_pdf(report, corpus))
    listed = "".join(f"<div><dt>{term}</dt><dd>{value}</dd></div>" for term, value in rows if value)
    links = [*in_pack(report, corpus), *originals(report, corpus)]
    return f'<dl class="facts">{listed}</dl>' + ("\n\n" + "\n".join(f"- {link}" for link in links) if links else "")


def in_pack(report: Report, corpus: Corpus) -> Iterator[str]:
    """Links to the pack in which a report stands, and to what its committee decided."""
    if report.kind == "report" and report.parent in corpus.by_id:
        parent = corpus.by_id[report.parent]
        own = next((paper.pages for paper in parent.papers if paper.report == report.id and paper.pages), None)
        printed = page_span(parent.agenda[0].pages) if parent.agenda else ""
        where = f", {pages_text(own)} of the PDF" if own else f", among pages {printed}" if printed else ""
        yield f"Stands in the agenda pack: [{inline_text(parent.title)}]({link_to(report, path_of(parent))}){where}"
        if found := corpus.minuted.get(parent.id):
            page = link_to(report, path_of(corpus.by_id[found.document]))
            decided = [decision_line(one, page) for one in found.decisions]
            yield from decided or [
                f"Considered in [minute {inline_text(found.minute.number)}]({page}#{found.minute.anchor})"
            ]


def originals(report: Report, corpus: Corpus) -> Iterator[str]:
    """Links to the document that the page was made from: the copy held here, and where it was published."""
    pdf, first = source_pdf(report, corpus), report.sources[0].pages
    if pdf:
        page = first[0] if first and report.kind not in FRONT_SHEETS else 1
        yield f"[Original PDF]({pdf})" if page == 1 else f"[Original PDF, from page {page}]({pdf}#page={page})"
    if report.source_url:
        yield f"Published at [{inline_text(urlsplit(report.source_url).netloc)}]({url(report.source_url)})"
