"""Tables as they are written: which kind each is, and that nothing in a cell is read as anything but text."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_hostile import HOSTILE

from converter.model import Span, Spans, Table
from converter.read.markup import clean
from converter.write.dialect import EXTENSIONS
from converter.write.markdown import block_md, spans_html, spans_md
from converter.write.tables import has_header, has_labels, has_merged_head, head_row, head_spans, table_markup

Cells = tuple[tuple[Spans, ...], ...]
TAGS = {"div", "table", "thead", "tbody", "tr", "th", "td", "a", "span", "br", "p"}
ATTRIBUTES = {"id", "class", "href", "aria-label", "data-label", "colspan", "scope"}


class Shown(HTMLParser):
    """The rows of a rendered table as text, its tags, and the labels of its cells."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.odd: list[str] = []
        self.apart: list[str] = []
        self.feed(source)
        self.close()

    @property
    def labels(self) -> list[str]:
        """The labels; Python-Markdown keeps what looks like an entity in an attribute ("&lt;") as one."""
        return [folded(value["data-label"] or "") for _, value in self.tags if "data-label" in value]

    @property
    def texts(self) -> list[list[str]]:
        return [[folded(cell) for cell in row] for row in self.rows]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "tr":
            self.rows.append([])
        elif tag in {"td", "th"}:
            self.rows[-1].append("")
        elif tag == "br":
            self.handle_data("\n")
        elif tag == "span":
            self.apart.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == "span":
            self.apart.pop()

    def handle_data(self, data: str) -> None:
        if self.rows and self.rows[-1] and not self.apart:
            self.rows[-1][-1] += data

    def handle_comment(self, data: str) -> None:
        self.odd.append(data)

    def handle_decl(self, decl: str) -> None:
        self.odd.append(decl)

    def handle_pi(self, data: str) -> None:
        self.odd.append(data)


def folded(text: str) -> str:
    return " ".join(text.split())


def spans(text: str) -> Spans:
    return (Span(text),) if text else ()


def cells(*rows: str) -> Cells:
    return tuple(tuple(spans(cell) for cell in row.split("|")) for row in rows)


def shown(block: Table) -> Shown:
    found = Shown(markdown.markdown(block_md(block), extensions=list(EXTENSIONS)))
    assert found.odd == []
    assert {tag for tag, _ in found.tags} <= TAGS
    assert {name for _, attributes in found.tags for name in attributes} <= ATTRIBUTES
    return found


def tracker(*rows: str, head: int = 1, closed: tuple[int, ...] = ()) -> Table:
    marks = [f"tracker-{at}" for at in range(1, len(rows) - head + 1)]
    done = frozenset(f"tracker-{at}" for at in closed)
    return Table(cells(*rows), "t1", marks=(*[""] * head, *marks), closed=done)


# ---------------------------------------------------------------- kinds


@pytest.mark.parametrize(
    "rows",
    [
        ("Item|Cost",),
        ("Item", "Ferry"),
        ("Item|", "Ferry|3"),
        ("Item|2021", "Ferry|3"),
        ("Item:|Cost", "Ferry|3"),
        ("*Item|Cost", "Ferry|3"),
        ("Item|Cost", "Ferry|much"),
    ],
)
def test_no_head(rows: tuple[str, ...]) -> None:
    assert not has_header(cells(*rows))


@pytest.mark.parametrize("rows", [("Item|Cost", "Ferry|£3"), ("Item|Cost", "Ferry|"), ("Item|Cost", "Ferry|4.5%")])
def test_a_head(rows: tuple[str, ...]) -> None:
    assert has_header(cells(*rows))


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (("From:|Mr Nettlecombe",), False),
        (("From:|a|b", "To:|c|d"), False),
        (("From:|Mr Nettlecombe", "To|The Panel"), False),
        (("|a", "-|b"), False),
        (("From:|Mr Nettlecombe", "To:|The Panel"), True),
        (("From:|Mr Nettlecombe", "|Director", "To:|The Panel"), True),
    ],
)
def test_labels(rows: tuple[str, ...], expected: bool) -> None:
    assert has_labels(cells(*rows)) is expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (("Boys||Girls|", "a|b|c|d"), False),
        (("|Boys||Girls", "a|b|c|d", "a|b|c|d"), False),
        (("Boys||Girls", "a|b|c", "a|b|c"), False),
        (("Boys|||", "a|b|c|d", "a|b|c|d"), False),
        (("Boys||Girls|", "a|||", "a|b|c|d"), False),
        (("Boys||Girls|", "a|b|c|d", "a|b|c|d"), True),
    ],
)
def test_a_merged_head(rows: tuple[str, ...], expected: bool) -> None:
    assert has_merged_head(cells(*rows)) is expected


@pytest.mark.parametrize(
    ("row", "spans_of_it"), [("", []), ("a", [1]), ("a||b", [2, 1]), ("a|b|", [1, 2]), ("|a", [1]), ("||", [])]
)
def test_how_wide_heads_are(row: str, spans_of_it: list[int]) -> None:
    assert head_spans(row.split("|")) == spans_of_it


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("a|b", '<tr><th scope="col">a</th><th scope="col">b</th></tr>'),
        ("a||b", '<tr><th scope="colgroup" colspan="2">a</th><th scope="col">b</th></tr>'),
        ("|b|", '<tr><th scope="col"></th><th scope="col">b</th><th scope="col"></th></tr>'),
        ("a||", '<tr><th scope="colgroup" colspan="3">a</th></tr>'),
    ],
)
def test_a_row_of_heads(row: str, expected: str) -> None:
    assert head_row(cells(row)[0], spans_html) == expected


@pytest.mark.parametrize(
    ("table", "begins"),
    [
        (Table(cells("Item|Cost", "Ferry|3")), "| Item | Cost |\n| --- | --- |"),
        (Table(cells("a|b", "c|d")), "<table>\n<tr><td>a</td>"),
        (Table(cells("From:|a", "To:|b")), '<table class="labels">\n<tr><th scope="row">From:</th>'),
        (Table(cells("Boys||Girls|", "a|b|c|d", "a|b|c|d")), '<table>\n<thead>\n<tr><th scope="colgroup" colspan="2">'),
        (tracker("From:|a", "To:|b"), '<table class="tracker">'),
        (Table(cells("a", "b|c")), '<table>\n<tr><td colspan="2">a</td></tr>'),
    ],
    ids=["columns", "plain", "labels", "merged", "tracker", "short rows"],
)
def test_what_a_table_becomes(table: Table, begins: str) -> None:
    assert table_markup(table, spans_md, spans_html).startswith(begins)


# ---------------------------------------------------------------- trackers


@pytest.mark.parametrize("says", ["Completed", "No further action"])
def test_a_row_is_closed_in_our_own_word(says: str) -> None:
    table = tracker("Item|Asked|Done", f"Buses|Pay|{says}", "Hubs|Pay|No", closed=(1,))
    written = table_markup(table, spans_md, spans_html)
    assert re.findall(r"<span class=\"state[^>]*>([^<]*)", written) == ["Closed", "Open"]
    assert written.count(says) == 1


def test_a_tracker() -> None:
    found = shown(tracker("2015/16||", "Item|Asked|Done", "Buses|Pay|No", "Hubs||Yes", head=2, closed=(2,)))
    assert found.texts == [["2015/16"], ["Item", "Asked", "Done"], ["Buses", "Pay", "No"], ["Hubs", "", "Yes"]]
    assert found.labels == ["Item", "Asked", "Done"] * 2
    assert [value["id"] for tag, value in found.tags if tag == "tr" and "id" in value] == ["tracker-1", "tracker-2"]
    assert [value["class"] for tag, value in found.tags if tag == "span"] == ["state", "state closed"]
    links = [value for tag, value in found.tags if tag == "a"]
    assert [(link["href"], link["aria-label"]) for link in links] == [
        ("#tracker-1", "Link to row 1"),
        ("#tracker-2", "Link to row 2"),
    ]


def test_a_row_that_is_too_short_is_filled_up() -> None:
    assert shown(tracker("Item|Asked|Done", "Buses")).texts[1] == ["Buses", "", ""]


def test_a_head_over_several_lines_is_a_label_in_one() -> None:
    found = shown(tracker("Item\nand ref|Asked", "Buses|Pay"))
    assert found.labels == ["Item and ref", "Asked"]


CELLS = {
    "quotation marks": '"double" and \'single\'" onclick="alert(1)',
    "brackets": "[a](javascript:alert(1)) [b]: x ![c](d)",
    "end of cell": "</td></tr></table><h1>x</h1>",
    "end of block": "</div>\n\n# Heading\n\n<div markdown>",
    "attributes": "{ #p1 .x onclick=alert(1) }",
    "pipe": "a | b",
    "lines": "one\ntwo\n\nthree",
}


@pytest.mark.parametrize("text", [*CELLS.values(), *HOSTILE.values()], ids=[*CELLS, *HOSTILE])
def test_hostile_cells_are_text(text: str) -> None:
    rows = ((spans(text), spans("Asked")), (spans("x"), spans(text)), (spans(text), spans("y")))
    found = shown(Table(rows, "t1", marks=("", "tracker-1", "tracker-2")))
    said = folded(clean(text))
    assert found.texts == [
        [said, "Asked"],
        ["x", said],
        [said, "y"],
    ]
    assert found.labels == [folded(unescape(said)), "Asked"] * 2


@pytest.mark.parametrize("text", CELLS.values(), ids=CELLS)
@pytest.mark.parametrize(
    "rows",
    [
        ("{0}|Cost", "Ferry|3"),
        ("a|{0}", "c|d"),
        ("From:|{0}", "To:|b"),
        ("{0}||Girls|", "a|b|c|d", "a|{0}|c|d"),
    ],
    ids=["columns", "plain", "labels", "merged"],
)
def test_hostile_cells_of_other_tables(rows: tuple[str, ...], text: str) -> None:
    filled = tuple(tuple(spans(cell.replace("{0}", text)) for cell in row.split("|")) for row in rows)
    found = shown(Table(filled, "t1"))
    assert folded(clean(text)) in [cell for row in found.texts for cell in row]


@given(st.text(st.characters(codec="utf-8"), max_size=60), st.text(st.characters(codec="utf-8"), max_size=20))
def test_any_text_in_a_tracker_is_on_the_page_as_text(cell: str, head: str) -> None:
    found = shown(Table(((spans(head), spans("b")), (spans("a"), spans(cell))), "t1", marks=("", "tracker-1")))
    assert "".join(found.rows[1][1].split()) == "".join(clean(cell).split())
    assert found.labels[:1] == [folded(unescape(clean(head)))]
