"""Inline Markdown of text extractions as spans."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from converter.model import Span, plain
from converter.read.markup import clean, inline, join, strip_prefix, tidy, trim


@pytest.mark.parametrize(
    "text",
    [
        "Children are safe.",
        "5 * 3 = 15",
        "snake_case_name",
        "[not a link]",
        "a < b and c > d",
        "<unknown>tag</unknown>",
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "{{ 7*7 }}",
        "{ .x onclick=y }",
        "[TOC]",
        "`code`",
        "~~struck~~",
        "# no heading",
        "![image](x.png",
        "https://example.org is not a link by itself",
        "<!-- a comment -->",
        "fish & chips",
        "[words](file:///etc/passwd)",
        "[words](javascript:alert(1))",
        "[words](#page=2)",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert inline(text) == (Span(text),)


@pytest.mark.parametrize("text", ["", " ", "\t", "\u200b", "\x00\x01", "<u></u>", "<p>", "**", "****"])
def test_nothing_to_read(text: str) -> None:
    assert inline(text) == ()


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("**bold**", (Span("bold", bold=True),)),
        ("*italic* rest", (Span("italic", italic=True), Span(" rest"))),
        ("***both***", (Span("both", bold=True, italic=True),)),
        ("<u>line</u>", (Span("line", bold=True),)),
        ("<em>a</em><strong>b</strong>", (Span("a", italic=True), Span("b", bold=True))),
        ("[words](https://example.org)", (Span("words", href="https://example.org"),)),
        ("[words](mailto:a@example.org)", (Span("words", href="mailto:a@example.org"),)),
        ("<https://example.org>", (Span("https://example.org", href="https://example.org"),)),
        ("[words](#)", (Span("words"),)),
        ("one<br>two", (Span("one\ntwo"),)),
        ("<ul><li>one</li><li>two</li></ul>", (Span("• one\n• two"),)),
        ('<input type="checkbox" checked> Yes', (Span("☑ Yes"),)),
        ('<input type="checkbox"> No', (Span("☐ No"),)),
        ("fish &amp; chips", (Span("fish & chips"),)),
        (r"\*not italic\*", (Span("*not italic*"),)),
        ("tab\tand  spaces", (Span("tab and spaces"),)),
        ("left\u202eright\u202c", (Span("leftright"),)),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_reads(text: str, spans: tuple[Span, ...]) -> None:
    assert inline(text) == spans


@pytest.mark.parametrize("text", [" Children are safe. ", " **Children** are safe. ", "\u00a0Children are safe.\u00a0"])
def test_the_ends_are_trimmed(text: str) -> None:
    assert plain(inline(text)) == "Children are safe."


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "java&#115;cript:alert(1)",
        "//example.org",
        "../../etc",
        "ftp://example.org",
    ],
)
def test_only_web_and_mail_addresses_become_links(target: str) -> None:
    assert all(not span.href for span in inline(f"[words]({target})"))
    assert all(not span.href for span in inline(f"<{target}>"))


@given(st.text())
def test_clean_leaves_no_control_or_direction_marks(text: str) -> None:
    for mark in clean(text):
        assert mark == "\n" or mark.isprintable() or mark == " " or ord(mark) > 0x9F
        assert mark not in "\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\x00\x02\x03"


@given(st.text(st.characters(exclude_characters="*_<[&\\", exclude_categories=["Cs"])))
def test_text_without_marks_is_kept_whole(text: str) -> None:
    assert plain(inline(text)).split() == clean(text).split()


@given(st.lists(st.text("ab12 \n", max_size=5).map(lambda t: Span(t, bold="a" in t)), max_size=5))
@example([Span("a ", bold=True), Span(" "), Span("a", bold=True)])
@example([Span("a "), Span(" ", bold=True), Span(" a", italic=True)])
def test_tidy_twice_is_tidy_once(spans: list[Span]) -> None:
    once = tidy(spans)
    assert tidy(once) == once
    assert plain(once).split() == "".join(span.text for span in spans).split()


@pytest.mark.parametrize(
    ("spans", "trimmed"),
    [
        ((), ()),
        ((Span("  "),), ()),
        ((Span(" a "),), (Span("a"),)),
        ((Span(" "), Span(" a", bold=True), Span(" ")), (Span("a", bold=True),)),
        ((Span("a "), Span("b")), (Span("a "), Span("b"))),
    ],
    ids=["nothing", "white space", "both ends", "other styles", "inside"],
)
def test_trim(spans: tuple[Span, ...], trimmed: tuple[Span, ...]) -> None:
    assert trim(spans) == trimmed


@pytest.mark.parametrize(
    ("length", "rest"),
    [
        (0, (Span("1. "), Span("bold", bold=True))),
        (3, (Span("bold", bold=True),)),
        (5, (Span("ld", bold=True),)),
        (99, ()),
    ],
)
def test_strip_prefix(length: int, rest: tuple[Span, ...]) -> None:
    assert strip_prefix((Span("1. "), Span("bold", bold=True)), length) == rest


@pytest.mark.parametrize(
    ("first", "second", "both"),
    [
        ((), (), ()),
        ((Span("a"),), (), (Span("a"),)),
        ((), (Span("b"),), (Span("b"),)),
        ((Span("a"),), (Span("b"),), (Span("a b"),)),
        ((Span("a", bold=True),), (Span("b"),), (Span("a", bold=True), Span(" b"))),
        ((Span("a", bold=True),), (Span("b", bold=True),), (Span("a", bold=True), Span(" "), Span("b", bold=True))),
    ],
    ids=["nothing", "second missing", "first missing", "plain", "styles", "same style"],
)
def test_join(first: tuple[Span, ...], second: tuple[Span, ...], both: tuple[Span, ...]) -> None:
    assert join(first, second) == both


@pytest.mark.parametrize("mark", ["\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029", "\u00a0", "\t", "\n"], ids=ascii)
def test_what_parts_words_goes_on_parting_them(mark: str) -> None:
    assert plain(inline(f"one{mark}two")).split() == ["one", "two"]
    assert clean(f"one{mark}two").split() == ["one", "two"]


@pytest.mark.parametrize(
    "mark", ["\x00", "\x02", "\x1b", "\u200b", "\u200d", "\u202e", "\u2060", "\ufeff", "\u00ad"], ids=ascii
)
def test_marks_inside_a_word_do_not_part_it(mark: str) -> None:
    assert clean(f"Nor{mark}bury") == "Norbury"
