"""Abbreviations on a report's page: where a tooltip stands, what it says, and the list at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from test_escape import PARSERS, Render, Shown, folded

from converter.link import link
from converter.model import (
    Block,
    Footnote,
    Item,
    ItemList,
    Label,
    Lines,
    Paragraph,
    Report,
    Section,
    SourceRef,
    Span,
    Table,
    Term,
    Text,
    block_spans,
    plain,
)
from converter.read.markup import clean
from converter.write.escape import attribute_text
from converter.write.explained import abbreviations_list, explained
from converter.write.markdown import spans_md
from converter.write.page import page_md

CAF = Term("CAF", "common assessment framework", "p1")
PLAN = Term("FSP", "family support plan", "p2")
PROCESS = Term("FSP", "family support process", "p4")


def words(text: str) -> tuple[Span, ...]:
    return (Span(text),)


def report(content: Sequence[Paragraph | Block], *terms: Term, notes: tuple[Footnote, ...] = ()) -> Report:
    sections = (Section(words("The CAF"), anchor="care", content=tuple(content)),)
    source = SourceRef("norbury.txt", "0")
    return Report(
        "norbury/2019-03-ilacs",
        "report",
        "ilacs",
        "",
        "",
        None,
        (source,),
        sections=sections,
        footnotes=notes,
        terms=terms,
    )


def tips(found: Report) -> list[tuple[str, str]]:
    """What has a tooltip, and what it says, in reading order."""
    spans = [
        span for section in found.sections for part in section.content for some in block_spans(part) for span in some
    ]
    spans += [span for section in found.sections for span in section.title]
    spans += [span for note in found.footnotes for span in note.spans]
    return [(span.text, span.meaning) for span in spans if span.meaning]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The CAF is used.", ["CAF"]),
        ("CAFs and CAF's and CAF’s", ["CAFs"]),
        ("A CAF, then another CAF.", ["CAF"]),
        ("‘CAF’: read “CAF” here", ["CAF"]),
        ("without a CAF", ["CAF"]),
        ("CAF", []),
        ("THE CAF IS USED", []),
        ("a common assessment framework (CAF), or CAF", ["CAF"]),
        ("a common assessment framework (‘CAF’)", []),
        ("the CAFCASS, a DECAF, a CAFé, e-CAF, CAF2, CAF-based, CAF/EHA, A&CAF", []),
        ("the Caf and the caf", []),
        ("", []),
    ],
)
def test_which_words_have_a_tooltip(text: str, shown: list[str]) -> None:
    found = explained(report([Paragraph("3", (Text(words(text)),), "p3")], CAF))
    assert tips(found) == [(word, CAF.meaning) for word in shown]
    assert [plain(spans) for part in found.sections[0].content for spans in block_spans(part)] == [text]


@pytest.mark.parametrize(
    "spans",
    [
        (Span("CAF is used", bold=True),),
        (Span("CAF is used", italic=True),),
        (Span("the CAF report", href="https://example.org"),),
        (Span("Good CAF", grade="good"),),
        (Span("the CAF"), Span("ish", italic=True)),
        (Span("De", bold=True), Span("CAF is")),
    ],
)
def test_what_has_a_style_of_its_own_or_goes_on_has_none(spans: tuple[Span, ...]) -> None:
    assert tips(explained(report([Text(spans, "care-1")], CAF))) == []


def test_each_block_has_its_own_and_a_paragraph_is_one_block() -> None:
    items = ItemList((Item(words("a CAF plan"), anchor="p3-b1"), Item(words("a CAF again"), anchor="p3-b2")))
    parts: list[Paragraph | Block] = [
        Paragraph("3", (Text(words("Use:")), items), "p3"),
        Text(words("The CAF works."), "care-1"),
    ]
    assert len(tips(explained(report(parts, CAF)))) == 2


def test_where_it_is_defined_and_in_what_is_set_apart_there_is_none() -> None:
    says = words("the CAF says")
    parts: list[Paragraph | Block] = [
        Paragraph("1", (Text(says),), "p1"),
        Label(says),
        Table(((says,),), "care-1"),
        Lines((says,), "care-2"),
    ]
    assert tips(explained(report(parts, CAF))) == []


def test_a_note_has_one_too() -> None:
    found = explained(report([], CAF, notes=(Footnote("1", words("See the CAF."), "1"),)))
    assert tips(found) == [("CAF", CAF.meaning)]


def test_of_two_meanings_the_first_holds_until_the_second_is_printed() -> None:
    parts = [Paragraph(str(at), (Text(words("the FSP says")),), f"p{at}") for at in range(1, 7)]
    found = explained(report(parts, PLAN, PROCESS))
    shown = [any(span.meaning for some in block_spans(part) for span in some) for part in found.sections[0].content]
    assert shown == [False, False, True, False, False, False]
    assert tips(found) == [("FSP", "family support plan")]


def test_a_meaning_of_the_front_page_holds_in_every_block() -> None:
    parts = [Text(words("the CAF says")), Text(words("the CAF says"), "care-1")]
    assert len(tips(explained(report(parts, replace(CAF, anchor=""))))) == 2


def test_a_report_without_abbreviations_stays_as_it_is() -> None:
    plain_one = report([Text(words("The CAF is used."))])
    assert explained(plain_one) is plain_one
    assert list(abbreviations_list(plain_one)) == []


def test_the_longest_abbreviation_is_meant() -> None:
    both = (Term("MERS", "Middle East respiratory syndrome", "p1"), Term("MERS-CoV", "its coronavirus", "p1"))
    found = explained(report([Text(words("MERS-CoV and MERS spread"), "care-1")], *both))
    assert [name for name, _ in tips(found)] == ["MERS-CoV", "MERS"]


# ---------------------------------------------------------------- as it is written

MEANING = st.text("ab1 .*_`[](){}<>|#+-=~^$&\\:!\"'“é\n@/;", max_size=20)


@PARSERS
@given(meaning=MEANING.filter(lambda text: bool(clean(text).strip())))
@example(meaning="a *b* _c_ `d` [e](f) [^1] <g> {{ h }} { .i #j } \\*")
@example(meaning="\" onclick=alert(1) x='")
@example(meaning="</abbr> <!-- --> &lt; &amp;quot; http://a.b c@d.e *[CAF]: x")
def test_any_meaning_is_only_a_tooltip(render: Render, meaning: str) -> None:
    spans = (Span("Use the "), Span("A&B+s", meaning=meaning), Span(", please."))
    shown = Shown(render(spans_md(spans)))
    assert shown.text == "Use the A&B+s, please."
    assert [(tag, attributes) for tag, attributes in shown.tags if tag != "p"] == [
        ("abbr", {"title": folded(clean(meaning))})
    ]


def test_an_attribute_is_one_line_without_marks() -> None:
    assert attribute_text('a\n"b" *c*') == "a &quot;b&quot; &#42;c&#42;"


def test_the_list_leads_to_each_definition() -> None:
    (text,) = abbreviations_list(report([], PROCESS, CAF, Term("<FSP>", "family & {support} <plan>", "p2")))
    assert text.count("<dt>") == 3
    assert text.index(">CAF<") < text.index(">FSP<")
    assert '<dt>FSP</dt><dd><a href="#p4">family support process</a></dd>' in text
    assert "&lt;FSP&gt;" in text
    assert '<a href="#p2">family &amp; &#123;support&#125; &lt;plan&gt;</a>' in text


def test_the_page_has_tooltips_and_the_list_behind_the_text() -> None:
    one = report([Paragraph("3", (Text(words("The CAF works.")),), "p3")], CAF)
    page = page_md(one, link([one]))
    assert '[3](#p3){ .number } The <abbr title="common assessment framework">CAF</abbr> works.' in page
    assert (
        page.index("{ #p3 .paragraph }")
        < page.index('<details class="abbreviations">')
        < page.index('<div class="source">')
    )
    assert "## The CAF { #care }" in page
