"""The inline Markdown that text extractions carry, read as spans.

Bold, italics, links and a closed list of HTML tags become styles, bullets and check boxes; every other
mark is text. markdown-it-py does the parsing, so that what is a mark and what is a star is CommonMark's
decision.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType

from markdown_it import MarkdownIt
from markdown_it.token import Token

from converter.model import Span, Spans, plain

BULLETS = r"\-–─•■▪●◼◾◦○□‣➢►·\uf020-\uf0ff"  # the last range: marks of symbol fonts
CHECKED, UNCHECKED = "☑", "☐"
SAFE_LINK = re.compile(r"(?:https?://|mailto:)\S+", re.IGNORECASE)
TAG = re.compile(r"</?(?:p|ul|ol|li|br|u|i|b|em|strong|input|span|sup|sub|div)\b[^<>]*>", re.IGNORECASE)
BREAKS = {"p": "\n", "ul": "\n", "ol": "\n", "li": "\n• ", "br": "\n", "div": "\n"}


def italic(style: Span, on: bool) -> Span:
    return replace(style, italic=on)


def bold(style: Span, on: bool) -> Span:
    return replace(style, bold=on)


STYLES: Mapping[str, Callable[[Span, bool], Span]] = MappingProxyType(
    {"i": italic, "em": italic, "b": bold, "strong": bold, "u": bold}
)
CONTROL = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\uffff]"
)
SPACE = re.compile(r"(?:[^\S\n]|[\x0b\x0c\x1c-\x1f\x85])+")
UNCLEAN = re.compile(r"[^ -~‘’“”–£]|  ")  # what most text has none of
SPACES, SPACED_FEED = re.compile(r" {2,}"), re.compile(r" ?\n ?")
UNPAIRED = re.compile(r"\*{2,}")


def clean(text: str) -> str:
    """`text` with control and direction marks gone and white space folded, line feeds kept."""
    if not UNCLEAN.search(text):
        return text
    text = CONTROL.sub("", SPACE.sub(" ", text))
    return SPACED_FEED.sub("\n", SPACES.sub(" ", text))


def inline(text: str) -> Spans:
    """`text` as spans; styles nest as CommonMark says, unknown tags stay words."""
    if not MARKS.search(text):
        return trim([Span(clean(text))])
    children = parser().parseInline(text)[0].children or []
    return tidy(read_tokens(children))


MARKS = re.compile(r"[*_<\[&\\]")


@lru_cache(maxsize=1)
def parser() -> MarkdownIt:
    """A CommonMark parser with just the inline rules that extractions use."""
    return MarkdownIt("zero", {"html": True}).enable(
        ["emphasis", "link", "autolink", "html_inline", "entity", "escape"]
    )


def read_tokens(tokens: Sequence[Token]) -> Iterable[Span]:
    style, after = Span(""), ""
    for token in tokens:
        match token.type:
            case "strong_open" | "strong_close":
                style = replace(style, bold=token.nesting > 0)
            case "em_open" | "em_close":
                style = replace(style, italic=token.nesting > 0)
            case "link_open":
                target = str(token.attrGet("href") or "")
                style, after = link(style, target)
                yield replace(style, text="[" if after else "")
            case "link_close":
                yield replace(style, text=after)
                style = replace(style, href="")
            case "softbreak" | "hardbreak":
                yield replace(style, text=" ")
            case "html_inline" if TAG.fullmatch(token.content):
                style, text = tag(style, token.content)
                yield replace(style, text=text)
            case _:
                yield replace(style, text=UNPAIRED.sub(" ", token.content) if token.type == "text" else token.content)


def link(style: Span, target: str) -> tuple[Span, str]:
    """The style inside a link, and the text that closes one which is shown as it is written.

    Only web and mail addresses become links; a lone "#" is no address, anything else stays words.
    """
    if SAFE_LINK.fullmatch(target):
        return replace(style, href=target), ""
    return style, "" if target in {"", "#"} else f"]({target})"


def tag(style: Span, content: str) -> tuple[Span, str]:
    """The style after a known tag, and the text that stands for the tag itself."""
    name = re.sub(r"[^a-z].*", "", content.lstrip("</").lower())
    closing = content.startswith("</")
    if name == "input":
        return style, (CHECKED if re.search(r"\bchecked\b", content) else UNCHECKED)
    if name in STYLES:
        return STYLES[name](style, not closing), ""
    if name == "li" and closing:
        return style, "\n"
    return style, BREAKS.get(name, "")


def tidy(spans: Iterable[Span]) -> Spans:
    """Neighbours of one style joined, white space folded across them, the ends trimmed."""
    runs: list[tuple[Span, list[str]]] = []
    for span in spans:
        if runs and same_style(runs[-1][0], span):
            runs[-1][1].append(span.text)
        elif span.text:
            runs.append((span, [span.text]))
    joined: list[Span] = []
    for span in (fold(span, "".join(texts)) for span, texts in runs):
        last = joined[-1] if joined else Span("")
        rest = replace(span, text=span.text[1:]) if last.text[-1:].isspace() and span.text[:1] == " " else span
        if joined and same_style(last, rest):
            joined[-1] = fold(last, last.text + rest.text)
        elif rest.text:
            joined.append(rest)
    return trim(joined)


def same_style(first: Span, second: Span) -> bool:
    """Whether two spans differ in nothing but their text."""
    return (first.bold, first.italic, first.href, first.note, first.grade) == (
        second.bold,
        second.italic,
        second.href,
        second.note,
        second.grade,
    )


def fold(span: Span, text: str) -> Span:
    """`span` with its text clean, line feeds without spaces around them."""
    folded = clean(text)
    if "\n" in folded:
        folded = re.sub(r"\s*\n\s*", "\n", folded)
    return span if folded == span.text else replace(span, text=folded)


def trim(spans: Iterable[Span]) -> Spans:
    """`spans` without white space at either end and without empty ones."""
    kept = [span for span in spans if span.text]
    while kept and not (first := kept[0].text.lstrip()):
        kept.pop(0)
    if kept:
        kept[0] = replace(kept[0], text=first)
    while kept and not (last := kept[-1].text.rstrip()):
        kept.pop()
    if kept:
        kept[-1] = replace(kept[-1], text=last)
    return tuple(kept)


def strip_prefix(spans: Spans, length: int) -> Spans:
    """`spans` without their first `length` characters."""
    rest: list[Span] = []
    for span in spans:
        cut = min(length, len(span.text))
        length -= cut
        rest.append(replace(span, text=span.text[cut:]))
    return trim(rest)


HYPHENS = ("-", "‐", "–")
HYPHEN = re.compile(r"(?:[A-Za-z][-‐]|\d[-–])$")


def cut(spans: Spans, length: int) -> Spans:
    """The first `length` characters of `spans`."""
    kept = []
    for span in spans:
        if length > 0:
            kept.append(replace(span, text=span.text[:length]))
            length -= len(span.text)
    return tuple(kept)


def splice(parts: Sequence[Spans]) -> Spans:
    """Broken lines as one; a word broken at its hyphen keeps it and no space comes after."""
    spans: list[Span] = []
    for part in parts:
        if spans and part:
            last = next((span for span in reversed(spans) if not span.note), spans[-1])
            spans.append(Span(between(last.text, plain(part))))
        spans += part
    return tidy(spans)


def between(before: str, after: str) -> str:
    """What stands between two parts of a broken line: nothing after the hyphen of a broken word."""
    return "" if before.endswith(HYPHENS) and HYPHEN.search(before[-2:]) and after[:1].isalnum() else " "


def join(first: Spans, second: Spans, mark: str = " ") -> Spans:
    """Two runs as one, `mark` between them."""
    return tidy((*first, Span(mark), *second)) if first and second else first or second
