"""How a document is cited, up to its paragraph: publisher, place, subject, year."""

from __future__ import annotations

from converter.link import Corpus
from converter.model import Report
from converter.profiles import profile_named


def citation(report: Report, corpus: Corpus) -> str:
    """`Ofsted, Essex: inspection of children's services, 2014`; what is not known is left out."""
    profile = profile_named(report.framework)
    if report.kind != "report":
        pack = corpus.by_id.get(report.parent, report)
        council = pack.meeting.council if pack.meeting else ""
        return ", ".join(part for part in (council, report.short) if part)
    when = report.end or report.published
    year = str(when.year) if when else report.month[:4]
    if not profile.of_place or not profile.subject or not report.authority:
        title = report.title.removesuffix(f", {when:%B %Y}") if when else report.title
        return ", ".join(part for part in (profile.publisher, title, year) if part)
    return ", ".join(part for part in (profile.publisher, f"{report.authority.name}: {profile.subject}", year) if part)
