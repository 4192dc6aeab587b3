"""Text in, the same text out: whatever a report holds, two Markdown parsers show it as it was."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser

import markdown
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from converter.model import Section, Span
from converter.read.markup import clean
from converter.write.dialect import EXTENSIONS
from converter.write.escape import html_text, inline_text, line_start, url
from converter.write.markdown import heading_md

FRAGMENTS = (
    *("*", "**", "_", "__", "`", "```", "~~~", "~", "\\", "\\\\", "[", "]", "(", ")", "![", "](", "{", "}", "{{", "}}"),
    *(
        "{%",
        "%}",
        "{#",
        "#}",
        "{: .a }",
        "{ #x }",
        "{ .x onclick=alert(1) }",
        "[^1]",
        "[^1]: ",
        "[a]: http://x",
        "*[a]: b",
    ),
    *(
        "<",
        ">",
        "&",
        "&amp;",
        "&#42;",
        "&lt;",
        "<b>",
        "</p>",
        "<script>",
        "<!--",
        "-->",
        "<http://a.b>",
        "<?php",
        "<![CDATA[",
    ),
    *(
        "|",
        "---",
        "===",
        "- ",
        "+ ",
        "* ",
        "1. ",
        "1) ",
        "99) ",
        "2019. ",
        "# ",
        "###### ",
        ": ",
        ":",
        "!!! ",
        "??? ",
        "=== ",
    ),
    *(
        "$",
        "$$",
        "\\(",
        "[TOC]",
        "--8<-- ",
        "::: ",
        "^",
        "^^",
        "==",
        "'",
        '"',
        "“",
        " ",
        "  ",
        "    ",
        "\t",
        "\n",
        "\n\n",
    ),
    *(
        "a",
        "word",
        "A",
        "0",
        "é",
        "中",
        "\u00a0",
        "\u2028",
        "\u202e",
        "\x02",
        "\x03",
        "wzxhzdk:0",
        "klzzwxh:0",
        "\x00",
        "\ufeff",
    ),
    *(
        "https://example.org",
        "www.example.org",
        "a@b.org",
        "amp",
        "\x02amp\x03",
        "*a*",
        "_a_",
        "**a**",
        "`a`",
        "[a](b)",
    ),
)
CHARACTERS = st.characters(exclude_categories=["Cs"])
RAW = st.one_of(
    st.text(CHARACTERS, max_size=40),
    st.lists(st.sampled_from(FRAGMENTS), max_size=14).map("".join),
    st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(CHARACTERS, max_size=4)), max_size=12).map("".join),
)
CLEAN = RAW.map(lambda text: clean(text).strip())
BLOCKS = {"p", "br", "li", "td", "th", "h2", "div", "tr"}


class Shown(HTMLParser):
    """The text of rendered HTML, and every tag in it with its attributes."""

    def __init__(self, rendered: str) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(rendered)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag in BLOCKS:
            self.parts.append(" ")

    def handle_data(self, data: str) -> None:
        self.parts.append(data)

    @property
    def text(self) -> str:
        return folded("".join(self.parts))


def folded(text: str) -> str:
    return " ".join(text.split())


def python_markdown(source: str) -> str:
    return markdown.markdown(source, extensions=list(EXTENSIONS))


def commonmark(source: str) -> str:
    return str(MarkdownIt("commonmark").enable("table").render(source))


PARSERS = pytest.mark.parametrize("render", [python_markdown, commonmark], ids=["Python-Markdown", "CommonMark"])
Render = Callable[[str], str]


def names(shown: Shown) -> set[str]:
    return {tag for tag, _ in shown.tags} - {"br"}


# ---------------------------------------------------------------- any text comes back as it was


@PARSERS
@given(text=CLEAN)
@example(text="1. a")
@example(text="**a** {: .b }")
@example(text="{: .b }")
@example(text="&lt;b&gt;")
@example(text="wzxhzdk:0")
@example(text="    code")
@example(text="[a]: http://x")
@example(text="a\nb")
@example(text="a\n- b")
@example(text="a\n===")
def test_paragraph(render: Render, text: str) -> None:
    shown = Shown(render(line_start(inline_text(text))))
    assert shown.text == folded(text)
    assert names(shown) <= {"p"}


@PARSERS
@given(text=CLEAN.filter(str.strip))
@example(text="#")
@example(text="a #")
@example(text="\\#")
@example(text="a \\\\##")
@example(text="{ #other }")
def test_heading(render: Render, text: str) -> None:
    """CommonMark knows no attributes, so there they stay behind the words."""
    shown = Shown(render(heading_md(Section(title=(Span(text),), anchor="own", grade="good"))))
    shown_attributes = "" if render is python_markdown else '{ #own data-grade="good" }'
    assert shown.text == folded(f"{text} {shown_attributes}")
    assert names(shown) <= {"h2"}
    assert shown.tags[0] == ("h2", {} if shown_attributes else {"id": "own", "data-grade": "good"})


@PARSERS
@given(texts=st.lists(CLEAN.filter(bool), min_size=1, max_size=3))
def test_list(render: Render, texts: list[str]) -> None:
    shown = Shown(render("\n".join(f"- {line_start(inline_text(text))}" for text in texts)))
    assert shown.text == folded(" ".join(texts))
    assert names(shown) <= {"ul", "li", "p"}
    assert sum(tag == "li" for tag, _ in shown.tags) == len(texts)


@PARSERS
@given(texts=st.lists(CLEAN, min_size=2, max_size=4))
def test_table(render: Render, texts: list[str]) -> None:
    rows = [texts, texts]
    head = "|" + " h |" * len(texts) + "\n|" + " --- |" * len(texts) + "\n"
    shown = Shown(render(head + "\n".join("| " + " | ".join(map(inline_text, row)) + " |" for row in rows)))
    assert shown.text == folded(" ".join(["h"] * len(texts) + [*texts, *texts]))
    assert sum(tag == "td" for tag, _ in shown.tags) == 2 * len(texts)
    assert names(shown) <= {"table", "thead", "tbody", "tr", "th", "td"}


@given(text=CLEAN)
def test_paragraph_keeps_its_own_attributes(text: str) -> None:
    shown = Shown(python_markdown(f"[1](#p1){{ .number }} {inline_text(text)}\n{{ #p1 .paragraph }}"))
    assert shown.text == folded(f"1 {text}")
    assert shown.tags[0] == ("p", {"id": "p1", "class": "paragraph"})
    assert names(shown) <= {"p", "a"}


@given(text=CLEAN)
def test_list_item_keeps_its_own_attributes(text: str) -> None:
    shown = Shown(python_markdown(f"- {line_start(inline_text(text or 'x'))}\n  {{ #p1-b1 }}"))
    assert shown.text == folded(text or "x")
    assert ("li", {"id": "p1-b1"}) in shown.tags


@PARSERS
@given(text=CLEAN)
def test_html(render: Render, text: str) -> None:
    shown = Shown(render(f"<table>\n<tr><td>{html_text(text)}</td></tr>\n</table>"))
    assert shown.text == folded(text)
    assert names(shown) == {"table", "tr", "td"}


@given(text=CLEAN)
@example(text="words { .x onclick=alert(1) }")
@example(text="[a]: http://x")
def test_html_inside_a_block_in_which_markdown_is_read(text: str) -> None:
    table = f"<table>\n<tr><td>{html_text(text)}</td></tr>\n</table>"
    shown = Shown(python_markdown(f'<div class="table" id="care-1" markdown>\n\n{table}\n\n</div>'))
    assert shown.text == folded(text)
    assert names(shown) == {"div", "table", "tr", "td"}
    assert [attributes for tag, attributes in shown.tags if tag == "td"] == [{}]


@given(RAW)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


# ---------------------------------------------------------------- what is left alone and what is not


@pytest.mark.parametrize(
    "text",
    [
        "Children are safe.",
        "It rose by 4.5% (from 31 to 35)",
        "The council's ‘front door’ - open all night",
        "50 + 50 = 100",
        "a#b, a~b, a^b",
        "3. after a number",
        "£3.50; $4",
        "ends in a colon:",
    ],
)
def test_leaves_alone_in_the_middle_of_a_line(text: str) -> None:
    assert inline_text(text) == text


@pytest.mark.parametrize("text", ["Children", "12 children", "(a) one", "£3", "'quoted'", "2019 was"])
def test_leaves_alone_at_the_start_of_a_line(text: str) -> None:
    assert line_start(text) == text


@PARSERS
@pytest.mark.parametrize(
    "text",
    [
        "2019. 40 pupils",
        "1) one",
        "99999999999. x",
        "- dash",
        "+ plus",
        "# sign",
        ": colon",
        "!!! note",
        "=== line",
        "~~~ wave",
        "^ hat",
    ],
)
def test_marks_at_the_start_of_a_line_mean_nothing(render: Render, text: str) -> None:
    assert line_start(text) != text
    shown = Shown(render(f"Before\n\n{line_start(text)}"))
    assert shown.text == f"Before {text}"
    assert [tag for tag, _ in shown.tags] == ["p", "p"]


# ---------------------------------------------------------------- addresses

ATTACKS = (
    "https://example.org/a b",
    "https://example.org/)[x](javascript:alert(1)",
    "https://example.org/(a)(b)",
    "https://example.org/'onclick='alert(1)",
    'https://example.org/"onclick="alert(1)',
    "https://example.org/>x<script>alert(1)</script>",
    "https://example.org/{.x onclick=alert(1)}",
    "https://example.org/a|b",
    "https://example.org/\\)",
    "https://example.org/*a*_b_`c`",
    "https://example.org/é中",
    "https://example.org/&amp;&#41;",
    "https://example.org/\n\n# x",
    "mailto:a@example.org?subject=1&body=2",
)


@PARSERS
@pytest.mark.parametrize("address", ATTACKS)
def test_an_address_stays_in_its_link(render: Render, address: str) -> None:
    shown = Shown(render(f"[words]({url(address)}) after"))
    assert shown.text == "words after"
    assert [(tag, set(attributes)) for tag, attributes in shown.tags] == [("p", set()), ("a", {"href"})]


@PARSERS
@given(rest=RAW)
def test_any_address_stays_in_its_link(render: Render, rest: str) -> None:
    shown = Shown(render(f"| a | b |\n| --- | --- |\n| [words]({url('https://example.org/' + rest)}) | after |"))
    assert shown.text == "a b words after"
    links = [attributes for tag, attributes in shown.tags if tag == "a"]
    assert len(links) == 1
    assert set(links[0]) == {"href"}
    assert str(links[0]["href"]).startswith("https://example.org/")


@pytest.mark.parametrize(
    "address",
    ["https://example.org/a-b_c?d=1&e=%20f#g", "https://example.org:8080/~a/$b+c,d;e=f", "mailto:a@example.org"],
)
def test_leaves_a_good_address_alone(address: str) -> None:
    shown = Shown(python_markdown(f"[words]({url(address)})"))
    assert dict(shown.tags)["a"] == {"href": address}


@given(RAW)
def test_no_mark_of_markdown_is_left_in_an_address(text: str) -> None:
    assert not re.search(r"[\s<>\"'()\[\]{}|\\`*^]", url(text))
