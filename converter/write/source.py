"""The foot of a page: where its words come from, under which terms, and how much of them is here."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from converter.link import Corpus
from converter.model import Report, SourceRef
from converter.profiles import profile_named
from converter.write.escape import html_text
from converter.write.places import publication, root_of, source_pdf

WHOLE = 1.0


def source_box(report: Report, corpus: Corpus) -> str:
    """The source and licence as a list of terms, in HTML: nothing in it is the report's text."""
    rows = "\n".join(f"<div><dt>{term}</dt><dd>{value}</dd></div>" for term, value in source_rows(report, corpus))
    return f'<div class="source">\n<dl>\n{rows}\n</dl>\n</div>'


def source_rows(report: Report, corpus: Corpus) -> Iterator[tuple[str, str]]:
    profile = profile_named(report.framework)
    name, when = profile.publisher or report.publisher, publication(report)
    title = report.printed_title if report.kind == "report" else report.title
    said = [html_text(part) for part in (name, title, when and f"published {when}") if part]
    if said:
        yield "Source", ", ".join(said)
    if report.source_url:
        yield (
            "Published at",
            f'<a href="{html_text(report.source_url)}">{html_text(urlsplit(report.source_url).netloc)}</a>',
        )
    shown = [source for source in report.sources if source.chosen]
    yield "Made from", "; ".join(copy_link(source, report, corpus) for source in shown)
    if others := [source for source in report.sources if not source.chosen]:
        yield "Other copies held", "; ".join(f"<code>{html_text(source.file)}</code>" for source in others)
    if report.words_kept is not None:
        yield "Words kept", words_kept(report.words_kept)
    yield "Data", f'<a href="{root_of(report)}data/reports/{html_text(report.id)}.json">JSON</a>'
    if terms := report.licence or profile.licence:
        yield "Licence", html_text(terms)


def copy_link(source: SourceRef, report: Report, corpus: Corpus) -> str:
    """The file that the page was made from, a link where it is published."""
    name = f"<code>{html_text(source.file)}</code>"
    pdf = source_pdf(report, corpus) if source.sha256 in corpus.files else ""
    return f'<a href="{root_of(report)}{html_text(corpus.files[source.sha256])}">{name}</a>' if pdf else name


def words_kept(share: float) -> str:
    return "every word" if share >= WHOLE else f"{share:.2%} of its words"
