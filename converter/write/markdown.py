"""Blocks as Markdown that a person can read and compare."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

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
)
from converter.write.escape import attribute_text, heading_text, html_text, inline_text, line_start, link_text, url
from converter.write.tables import table_markup

WORDY = re.compile(r"\w")
PAGE_FILE = re.compile(r"(?P<way>(?:\.\./)*)(?P<name>[\w./-]+)\.md(?P<fragment>#.*)?")


# ---------------------------------------------------------------- spans


def spans_md(spans: Spans) -> str:
    """Spans as inline Markdown."""
    return "".join(span_md(span, spans, at) for at, span in enumerate(spans))


def span_md(span: Span, spans: Spans, at: int) -> str:
    if span.note:
        return f"[^{span.note}]"
    text = inline_text(span.text)
    if span.grade:
        return f"**{text.strip()}**{{ .grade .{span.grade} }}"
    if span.meaning:
        return f'<abbr title="{attribute_text(span.meaning)}">{text}</abbr>'
    if span.href:
        return f"[{link_text(text)}]({url(span.href)})"
    if not (span.bold or span.italic) or not span.text.strip():
        return text
    return emphasis(span, text, stands_alone(spans, at))


def stands_alone(spans: Spans, at: int) -> bool:
    """Whether stars around this span are read as emphasis: it touches no word or other mark."""
    text = spans[at].text
    before = spans[at - 1].text[-1:] if at else " "
    after = spans[at + 1].text[:1] if at + 1 < len(spans) else " "
    whole = bool(WORDY.match(text[:1]) and WORDY.match(text[-1:])) and "\n" not in text
    return whole and before.isspace() and (after.isspace() or after in ".,;:?!)")


def emphasis(span: Span, text: str, stars: bool) -> str:
    marks = [("**", "strong")] * span.bold + [("*", "em")] * span.italic
    for mark, tag in reversed(marks):
        text = f"{mark}{text}{mark}" if stars and len(marks) == 1 else f"<{tag}>{text}</{tag}>"
    return text


def spans_html(spans: Spans) -> str:
    """Spans as HTML, for places where Markdown is not read."""
    return "".join(span_html(span) for span in spans)


def span_html(span: Span) -> str:
    text = html_text(span.text)
    if span.note:
        mark = html_text(span.note)
        printed = mark.partition("-")[0]
        return f'<sup id="fnref:{mark}"><a class="footnote-ref" href="#fn:{mark}">{printed}</a></sup>'
    if span.grade:
        return f'<strong class="grade {span.grade}">{text}</strong>'
    if span.href:
        return f'<a href="{html_text(published(span.href))}">{text}</a>'
    for wanted, name in ((span.italic, "em"), (span.bold, "strong")):
        text = f"<{name}>{text}</{name}>" if wanted else text
    return text


def published(href: str) -> str:
    """A link to another item's page as it is published; MkDocs rewrites links only where it reads Markdown."""
    found = PAGE_FILE.fullmatch(href)
    if not found:
        return href
    name = found["name"].removesuffix("index")
    folder = f"{name}/" if name and not name.endswith("/") else name
    return f"../{found['way']}{folder}{found['fragment'] or ''}"


# ---------------------------------------------------------------- blocks


def text_md(block: Text) -> str:
    return attributed(line_start(spans_md(block.spans)), block.anchor, decision_class(block.decides))


def decision_class(kind: str) -> str:
    """The classes of a block that records a decision, empty for any other."""
    return f".decision .{kind}" if kind else ""


def label_md(block: Label) -> str:
    return f"{line_start(spans_md(block.spans))}\n{{ .label }}"


def attributed(markdown: str, anchor: str, extra: str = "") -> str:
    """`markdown` with an attribute line below it."""
    attributes = " ".join(part for part in (f"#{anchor}" if anchor else "", extra) if part)
    return f"{markdown}\n{{ {attributes} }}" if attributes else markdown


def list_md(block: ItemList) -> str:
    shallow = min(item.depth for item in block.items)
    depths = nesting([item.depth - shallow for item in block.items])
    lines = [item_md(item, depth) for item, depth in zip(block.items, depths, strict=True)]
    kind = f" decision {block.decides}" if block.decides else ""
    return wrapped("\n".join(lines), block.anchor, f"list{kind}")


def nesting(depths: Sequence[int]) -> list[int]:
    """The depths with no step down of more than one, and none where only the first item stands higher."""
    if len(depths) > 1 and depths[0] == 0 and all(depths[1:]) and len(depths) > 2:
        return [0] * len(depths)
    nested: list[int] = []
    for depth in depths:
        nested.append(min(depth, nested[-1] + 1) if nested else 0)
    return nested


def item_md(item: Item, depth: int) -> str:
    indent = "    " * depth
    label = f"{inline_text(item.label)} " if item.label else ""
    body = line_start(label + spans_md(item.spans)) or "&nbsp;"
    extra = " .labelled" if item.label else ""
    return f"{indent}- {body}\n{indent}  {{ #{item.anchor}{extra} }}" if item.anchor else f"{indent}- {body}"


def lines_md(block: Lines) -> str:
    return attributed("<br>\n".join(line_start(spans_md(line)) for line in block.lines), block.anchor, ".lines")


def table_md(block: Table) -> str:
    return wrapped(table_markup(block, spans_md, spans_html), block.anchor, "table")


def wrapped(markdown: str, anchor: str, name: str) -> str:
    """A block that Markdown gives no attributes to, inside one that has the address."""
    if not anchor:
        return markdown
    return f'<div class="{name}" id="{anchor}" markdown>\n\n{markdown}\n\n</div>'


RENDERERS: Mapping[type, Callable[..., str]] = MappingProxyType(
    {Text: text_md, Label: label_md, ItemList: list_md, Table: table_md, Lines: lines_md}
)


def block_md(block: Block) -> str:
    """A block as Markdown, by its renderer."""
    return RENDERERS[type(block)](block)


def paragraph_md(paragraph: Paragraph, pdf: str = "") -> str:
    """A numbered paragraph: its number is its link; `pdf` is the link to the source, which opens at its page."""
    number = number_link(paragraph.number, paragraph.anchor)
    if link := page_link(paragraph.page, pdf):
        number += f" {link}"
    first, *rest = paragraph.blocks
    lead = f"{number} {spans_md(first.spans)}" if isinstance(first, Text) else number
    rest = rest if isinstance(first, Text) else list(paragraph.blocks)
    if not rest:
        return attributed(lead, paragraph.anchor, f".paragraph {decision_class(paragraph.decides)}".strip())
    parts = [lead, *(block_md(part) for part in rest)]
    kind = f" decision {paragraph.decides}" if paragraph.decides else ""
    return f'<div class="paragraph{kind}" id="{paragraph.anchor}" markdown>\n\n' + "\n\n".join(parts) + "\n\n</div>"


def page_link(page: int | None, pdf: str) -> str:
    """The page of a block as a link that opens the PDF there, empty where either is not known."""
    return f"[p. {page}]({pdf}#page={page}){{ .page }}" if pdf and page else ""


def number_link(number: str, anchor: str, own: str = "") -> str:
    return f"[{inline_text(number)}](#{anchor}){{ {own}.number }}"


# ---------------------------------------------------------------- sections


def section_md(section: Section, pdf: str = "") -> str:
    """A section: its heading with the printed grade as a badge, then its content."""
    parts = [heading_md(section)] if section.title else [f'<div class="lead" id="{section.anchor}"></div>']
    return "\n\n".join([*parts, *content_md(section, pdf)])


def content_md(section: Section, pdf: str) -> Iterator[str]:
    """The content of a section; a run of text without a number names its page where a new one begins."""
    shown: int | None = None
    for part in section.content:
        if isinstance(part, Paragraph):
            yield paragraph_md(part, pdf)
        elif isinstance(part, Text) and part.page != shown and (link := page_link(part.page, pdf)):
            yield attributed(
                f"{link} {spans_md(part.spans)}", part.anchor, f".paged {decision_class(part.decides)}".strip()
            )
        else:
            yield block_md(part)
        shown = None if isinstance(part, Label) else part.page


def heading_md(section: Section) -> str:
    number = ""
    if section.number:
        number = number_link(section.number, section.number_anchor, f"#{section.number_anchor} ") + " "
    grade = f' data-grade="{section.grade}"' if section.grade else ""
    title = spans_md(tuple(replace(span, text=span.text.replace("\n", " "), bold=False) for span in section.title))
    title = heading_text(title if number else line_start(title))
    return f"{'#' * section.level} {number}{title} {{ #{section.anchor}{grade} }}"


def footnotes_md(notes: Sequence[Footnote], page: str) -> str:
    """The notes of a page; one that nothing on the page refers to stands there as plain text."""
    return "\n\n".join(note_md(note, page) for note in notes)


def note_md(note: Footnote, page: str) -> str:
    text = line_start(spans_md(note.spans))
    if f"[^{note.key}]" in page or f'id="fnref:{note.key}"' in page:
        return f"[^{note.key}]: {text}"
    return f"{inline_text(note.mark)} {text}\n{{ .footnote }}"
