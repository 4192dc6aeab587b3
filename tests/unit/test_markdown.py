"""Blocks as Markdown: what is written is what is shown, under its address."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise

import markdown
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from converter.model import (
    Block,
    Footnote,
    Item,
    ItemList,
    Label,
    Lines,
    Paragraph,
    Section,
    Span,
    Spans,
    Table,
    Text,
    plain,
)
from converter.read.markup import clean, tidy
from converter.recognise.anchors import with_anchors
from converter.write.dialect import EXTENSIONS
from converter.write.markdown import (
    block_md,
    footnotes_md,
    heading_md,
    list_md,
    nesting,
    paragraph_md,
    section_md,
    spans_html,
    spans_md,
)
from converter.write.tables import has_header

KNOWN_TAGS = {
    *("p", "a", "br", "strong", "em", "ul", "li", "table", "thead", "tbody", "tr", "th", "td", "div", "h2", "h3", "h4"),
    *("sup", "ol", "hr"),
}
APART = {"p", "br", "li", "th", "td", "h2", "h3", "h4", "div", "tr"}


class Shown(HTMLParser):
    """What a reader sees: the text, which of it is bold or italic, links, and the tags with their attributes."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.inside: list[str] = []
        self.styled: dict[str, list[str]] = {"strong": [], "em": [], "a": []}
        self.feed(markdown.markdown(source, extensions=list(EXTENSIONS)))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.inside.append(tag)
        if tag in APART:
            self.handle_data(" ")

    def handle_endtag(self, tag: str) -> None:
        while tag in self.inside and self.inside.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        self.parts.append(data)
        for style, texts in self.styled.items():
            if style in self.inside:
                texts.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.parts).split())

    def words(self, style: str) -> list[str]:
        return "".join(self.styled[style]).split()

    @property
    def ids(self) -> list[str]:
        return [str(attributes["id"]) for _, attributes in self.tags if "id" in attributes]


# ---------------------------------------------------------------- examples


@pytest.mark.parametrize(
    ("spans", "written"),
    [
        ((), ""),
        ((Span("Children are safe."),), "Children are safe."),
        ((Span("a "), Span("bold", bold=True), Span(" word")), "a **bold** word"),
        ((Span("an "), Span("italic", italic=True), Span(".")), "an *italic*."),
        ((Span("both", bold=True, italic=True),), "<strong><em>both</em></strong>"),
        ((Span("b", bold=True), Span("roken")), "<strong>b</strong>roken"),
        ((Span("(x)", bold=True),), "<strong>(x)</strong>"),
        ((Span(" ", bold=True),), " "),
        ((Span("words", href="https://example.org"),), "[words](https://example.org)"),
        ((Span("is "), Span("good", grade="good")), "is **good**{ .grade .good }"),
        ((Span("The board"), Span("¹", note="1")), "The board[^1]"),
    ],
)
def test_spans(spans: Spans, written: str) -> None:
    assert spans_md(spans) == written


@pytest.mark.parametrize(
    ("block", "written"),
    [
        (Text((Span("One."),)), "One."),
        (Text((Span("One."),), "care-1"), "One.\n{ #care-1 }"),
        (Label((Span("Within three months:"),)), "Within three months:\n{ .label }"),
        (ItemList((Item((Span("one"),)), Item((Span("two"),)))), "- one\n- two"),
        (ItemList((Item((Span("one"),), "a)"),)), "- a) one"),
        (
            Lines(((Span("Shire House"),), (Span("Corn Street"),)), "care-1"),
            "Shire House<br>\nCorn Street\n{ #care-1 .lines }",
        ),
    ],
    ids=["text", "addressed", "label", "list", "lettered", "lines"],
)
def test_blocks(block: Block, written: str) -> None:
    assert block_md(block) == written


def test_a_paragraph_that_is_only_text() -> None:
    paragraph = Paragraph("12", (Text((Span("Children come into care."),)),), "p12")
    assert paragraph_md(paragraph) == "[12](#p12){ .number } Children come into care.\n{ #p12 .paragraph }"


def test_a_heading_with_its_grade() -> None:
    section = Section((Span("Care leavers: "), Span("good", grade="good")), 3, "care-leavers", grade="good")
    assert heading_md(section) == '### Care leavers: **good**{ .grade .good } { #care-leavers data-grade="good" }'


@pytest.mark.parametrize(
    ("depths", "nested"),
    [
        ([0], [0]),
        ([0, 1, 0], [0, 1, 0]),
        ([0, 2, 1], [0, 0, 0]),
        ([1, 0, 3], [0, 0, 1]),
        ([0, 1, 1], [0, 0, 0]),
        ([0, 1], [0, 1]),
    ],
)
def test_nesting(depths: list[int], nested: list[int]) -> None:
    assert nesting(depths) == nested


@given(st.lists(st.integers(0, 4), min_size=1, max_size=12))
def test_a_list_never_steps_down_more_than_one_level(depths: list[int]) -> None:
    shallow = min(depths)
    nested = nesting([depth - shallow for depth in depths])
    assert nested[0] == 0
    assert all(after <= before + 1 for before, after in pairwise(nested))


def cells(*rows: str) -> tuple[tuple[Spans, ...], ...]:
    return tuple(tuple((Span(cell),) if cell else () for cell in row.split("|")) for row in rows)


@pytest.mark.parametrize(
    ("rows", "header"),
    [
        (cells("Year|Children"), False),
        (cells("one|two", "three|four"), False),
        (cells("|Children", "2019|3"), False),
        (cells("2018|Children", "2019|3"), False),
        (cells("one", "two"), False),
        (cells("Year|Children", "2019|3", "2020|4"), True),
        (cells("Name|Office", "A Name|"), True),
        (cells("Item|Cost", "Bus|£45,000"), True),
    ],
)
def test_has_header(rows: tuple[tuple[Spans, ...], ...], header: bool) -> None:
    assert has_header(rows) is header


def test_a_note_that_nothing_refers_to_stays_on_the_page() -> None:
    notes = (Footnote("1", (Span("First."),), "1"), Footnote("2", (Span("Second."),), "2"))
    written = footnotes_md(notes, "The board[^1] met.")
    assert written == "[^1]: First.\n\n2 Second.\n{ .footnote }"


def test_a_note_of_several_marks_is_told_apart_from_its_first_digit() -> None:
    assert footnotes_md((Footnote("1", (Span("First."),), "1"),), "Twelve[^12]") == "1 First.\n{ .footnote }"


# ---------------------------------------------------------------- random documents

MARKS = "ab1 .*_`[](){}<>|#+-=~^$&\\:!\"'“é\n"
STYLED = st.builds(
    Span,
    st.text(MARKS, max_size=8)
    | st.sampled_from(["word", "two words", "*a*", "[^1]", "{ .x }", "<script>", "1. ", "- ", " "]),
    bold=st.booleans(),
    italic=st.booleans(),
    href=st.sampled_from(["", "", "", "https://example.org/a_b(c)"]),
)
SPANS = st.lists(STYLED, min_size=1, max_size=5).map(tidy).filter(bool)
CELL = st.lists(STYLED, max_size=3).map(tidy)
LIST = st.lists(
    st.builds(Item, SPANS, st.sampled_from(["", "a)", "(iv)", "3)"]), st.integers(0, 2)), min_size=1, max_size=5
).map(lambda items: ItemList(tuple(items)))
ROWS = st.integers(1, 4).flatmap(lambda width: st.lists(st.tuples(*[CELL] * width), min_size=1, max_size=4))
TABLE = ROWS.filter(lambda rows: any(cell for row in rows for cell in row)).map(lambda rows: Table(tuple(rows)))
BLOCK = st.one_of(
    st.builds(Text, SPANS),
    st.builds(Lines, st.lists(SPANS, min_size=1, max_size=3).map(tuple)),
    LIST,
    TABLE,
)
INNER = st.one_of(BLOCK, st.builds(Label, SPANS))
PARAGRAPH = st.builds(
    lambda number, first, rest: Paragraph(number, (Text(first), *rest)),
    st.sampled_from(["1", "2", "3.1.2", "VIII"]),
    SPANS,
    st.lists(INNER, max_size=3),
)
SECTION = st.builds(
    lambda title, level, content: Section(title, level, slug="section", content=tuple(content)),
    SPANS,
    st.integers(2, 4),
    st.lists(st.one_of(BLOCK, PARAGRAPH), max_size=4),
)


def texts(part: Paragraph | Block) -> list[str]:
    """The words of a part in the order in which they must stand on the page."""
    if isinstance(part, Paragraph):
        return [part.number, *(text for block in part.blocks for text in texts(block))]
    if isinstance(part, Text | Label):
        return [plain(part.spans)]
    if isinstance(part, ItemList):
        return [text for item in part.items for text in (item.label, plain(item.spans))]
    if isinstance(part, Table):
        return [plain(cell) for row in part.rows for cell in row]
    return [plain(line) for line in part.lines]


def expected(section: Section) -> str:
    parts = [plain(section.title), *(text for part in section.content for text in texts(part))]
    return " ".join(" ".join(parts).split())


@given(SPANS)
@example((Span("Stop!"), Span("here", href="https://example.org")))
def test_any_spans_are_shown_as_they_are(spans: Spans) -> None:
    shown = Shown(block_md(Text(spans, "care-1")))
    assert shown.text == " ".join(plain(spans).split())
    strong = "".join(span.text for span in spans if span.bold and not span.href)
    slanted = "".join(span.text for span in spans if span.italic and not span.href)
    assert "".join(shown.words("strong")) == "".join(strong.split())
    assert "".join(shown.words("em")) == "".join(slanted.split())
    assert shown.words("a") == "".join(span.text for span in spans if span.href).split()
    assert {tag for tag, _ in shown.tags} <= KNOWN_TAGS
    assert shown.ids == ["care-1"]


@given(SPANS)
def test_any_spans_are_shown_as_they_are_in_html(spans: Spans) -> None:
    shown = Shown(f"<table>\n<tr><td>{spans_html(spans)}</td></tr>\n</table>")
    assert shown.text == " ".join(plain(spans).split())
    assert {tag for tag, _ in shown.tags} <= KNOWN_TAGS


@given(st.lists(SECTION, min_size=1, max_size=3))
def test_any_document_is_shown_as_it_is(sections: list[Section]) -> None:
    addressed = with_anchors(sections)
    shown = Shown("\n\n".join(section_md(section) for section in addressed))
    assert shown.text == " ".join(" ".join(expected(section) for section in sections).split())
    assert {tag for tag, _ in shown.tags} <= KNOWN_TAGS
    assert len(shown.ids) == len(set(shown.ids))
    wanted = {section.anchor for section in addressed}
    wanted |= {getattr(part, "anchor", "") for section in addressed for part in section.content}
    assert wanted - {""} <= set(shown.ids)
    assert {name for _, attributes in shown.tags for name in attributes} <= {
        "id",
        "class",
        "href",
        "data-grade",
        "style",
        "colspan",
    }


@given(LIST)
@example(ItemList((Item((Span("]:", href="https://example.org"),)),)))
def test_every_item_has_its_address(items: ItemList) -> None:
    (section,) = with_anchors([Section(slug="care", content=(items,))])
    (block,) = section.content
    assert isinstance(block, ItemList)
    shown = Shown(list_md(block))
    assert [attributes.get("id") for tag, attributes in shown.tags if tag == "li"] == [
        item.anchor for item in block.items
    ]


@given(st.text(MARKS))
def test_text_is_clean_before_it_is_written(text: str) -> None:
    assert re.sub(r"\s+", " ", plain(tidy((Span(text),)))) == re.sub(r"\s+", " ", clean(text).strip())
