"""Files as lines: text forms, wrapped text, form fields, and what cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.errors import ReportError
from converter.model import Kind
from converter.read import read
from converter.read.layout import lines_of
from converter.read.rows import Piece, Row
from converter.read.text import read_text

WIDE = "Children in Norbury live with carers who know them well and who stay in touch when they leave."


def kinds(text: str) -> list[tuple[Kind, str]]:
    return [(line.kind, line.text) for line in read_text(text)[1]]


@pytest.mark.parametrize(
    "text", ["", "\n\n", "   \n\t\n", "----", "| --- | --- |", "___\n===\n***", "\x0c", "\u200b", "&nbsp;", "<p></p>"]
)
def test_holds_no_lines(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Children are safe.",
        "-5 degrees",
        "–not a bullet",
        "1. Children are safe.",
        "•",
        "--- title: x",
        "> quoted",
        "# Heading",
        "title: x",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert kinds(text) == [(Kind.TEXT, text.strip())]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("- one", Kind.ITEM, "one"),
        ("•  one", Kind.ITEM, "one"),
        ("■\tone", Kind.ITEM, "one"),
        ("– one", Kind.ITEM, "one"),
        ("   - one", Kind.ITEM, "one"),
        ("Grade\tGood", Kind.ROW, "Grade\tGood"),
        ("\tGood", Kind.ROW, "\tGood"),
        ("Grade\t\tGood", Kind.ROW, "Grade\t\tGood"),
    ],
)
def test_reads(text: str, kind: Kind, words: str) -> None:
    assert kinds(text) == [(kind, words)]


def test_lines_know_their_number_gap_marker_and_depth() -> None:
    _, lines, _ = read_text("one\n\n- two\n - three\nfour")
    assert [(line.line, line.gap, line.marker, line.depth) for line in lines] == [
        (1, True, "", 0),
        (3, True, "-", 0),
        (4, False, "-", 1),
        (5, False, "", 0),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\f"])
def test_every_line_end(end: str) -> None:
    assert [text for _, text in kinds(f"one{end}two")] == ["one", "two"]


def test_names_of_form_fields_are_left_out() -> None:
    _, lines, left_out = read_text('<input type="checkbox" checked>CheckBox12 Yes')
    assert [line.text for line in lines] == ["☑ Yes"]
    assert [(part.text, part.line) for part in left_out] == [("CheckBox12", 1)]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (f"{WIDE}\n" * 30, "wrapped"),
        (f"{WIDE}\n" * 12, "text"),
        (f"{WIDE * 4}\n\n" * 30, "text"),
        (f"{WIDE}\n" * 30 + WIDE * 3, "text"),
        ("short\n" * 12 + f"{WIDE}\n" * 9, "wrapped"),
        ("short\n" * 50 + f"{WIDE}\n" * 20, "text"),
    ],
    ids=["broken at the margin", "too few lines", "long lines", "one long line", "half of them", "mostly short"],
)
def test_wrapped(text: str, form: str) -> None:
    assert read_text(text)[0] == form


def test_an_indented_line_of_wrapped_text_is_an_item() -> None:
    _, lines, _ = read_text(f"{WIDE}\n" * 30 + " lost its bullet\n")
    assert (lines[-1].kind, lines[-1].text.strip()) == (Kind.ITEM, "lost its bullet")


WORDS = st.text(st.characters(categories=["L", "Nd"]), min_size=1, max_size=6)


@given(st.lists(st.lists(WORDS, max_size=5).map(" ".join), max_size=20))
def test_no_word_is_lost(rows: list[str]) -> None:
    words = [word for line in read_text("\n".join(rows))[1] for word in line.text.split()]
    assert words == " ".join(rows).split()


@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    _, lines, _ = read_text(text)
    assert all(line.spans or line.cells for line in lines)
    assert [line.line for line in lines] == sorted({line.line for line in lines})


# ---------------------------------------------------------------- files


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("report.docx", b"x", "report.docx: is of a kind that is not read"),
        ("report", b"x", "report: is of a kind that is not read"),
        ("report.txt", b"", "report.txt: is empty"),
        ("report.txt", b" \n\t ", "report.txt: is empty"),
        ("report.md", b"\xff\xfeC\x00", "report.md: is not UTF-8 text"),
        ("report.txt", b"caf\xe9", "report.txt: is not UTF-8 text"),
        ("report.txt", b"----\n----", "report.txt: holds no text"),
        ("report.pdf", b"<html>not a report</html>", "report.pdf: cannot be read as a PDF"),
        ("report.pdf", b"%PDF-1.7\n%%EOF", "report.pdf: cannot be read as a PDF"),
        ("report.PDF", b"", "report.PDF: is empty"),
        ("re\x1bport\n.txt", b"", "re?port?.txt: is empty"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_line(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(ReportError) as caught:
        read(path)
    assert str(caught.value).startswith(message)
    assert "; " in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match=r"^gone\.txt: cannot be opened"):
        read(tmp_path / "gone.txt")


@pytest.mark.parametrize("name", ["report.txt", "report.md", "REPORT.TXT"])
def test_a_text_file(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"\xef\xbb\xbfNorbury caf\xc3\xa9")
    source = read(path)
    assert (source.file, source.form, source.pages) == (name, "text", None)
    assert [line.text for line in source.lines] == ["Norbury café"]
    assert len(source.sha256) == 64


@pytest.mark.parametrize(
    ("below", "rows"),
    [
        (("Eastmere", "sees a therapist."), ["Norbury and Eastmere\tLeaders say when a child sees a therapist."]),
        (("Eastmere", "Leaders listen."), ["Norbury and\tLeaders say when a child", "Eastmere\tLeaders listen."]),
    ],
    ids=["both cells run on", "two entries"],
)
def test_a_row_of_a_table_whose_two_cells_both_run_over_lines(below: tuple[str, str], rows: list[str]) -> None:
    pairs = (("Norbury and", "Leaders say when a child"), below)
    printed = [
        Row(at, 1, 800.0, (Piece(left, 70, 180, base, 12, False), Piece(right, 300, 480, base, 12, False)))
        for at, (base, (left, right)) in enumerate(zip((500.0, 485.0), pairs, strict=True), 1)
    ]
    assert [line.text for line in lines_of(printed)] == rows


@pytest.mark.parametrize(
    ("pieces", "gap", "text"),
    [
        (("a joint", "approach"), 0.19, "a joint approach"),
        (("a joint", "approach"), 0.17, "a jointapproach"),
        (("a joint approach", ". It"), 0.19, "a joint approach. It"),
        (("he said", ": come"), 0.25, "he said: come"),
        (("he said", ": come"), 0.4, "he said : come"),
        (("1", "2"), 0.25, "12"),
        (("1", "b"), 0.25, "1 b"),
    ],
)
def test_a_gap_parts_words(pieces: tuple[str, str], gap: float, text: str) -> None:
    first, second = pieces
    row = Row(
        1, 1, 800.0, (Piece(first, 70, 180, 500.0, 10, False), Piece(second, 180 + gap * 10, 300, 500.0, 10, False))
    )
    assert row.text == text
