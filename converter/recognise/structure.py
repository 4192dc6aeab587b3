"""The body of a document: its lines become sections with numbered paragraphs, lists, tables and text.

    body      = [untitled section] section*
    section   = heading (paragraph | list | table | lines | text)*
    paragraph = number text (text | label | list | table | lines)*

Text after a numbered paragraph belongs to it up to the next number or heading; a short line does not, nor
does the publication's standard text (`closing` in the profile).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace

from converter.model import (
    Block,
    Item,
    ItemList,
    Kind,
    Label,
    Line,
    Lines,
    Paragraph,
    Section,
    Spans,
    Table,
    Text,
    plain,
)
from converter.profiles import Profile
from converter.read.markup import join, splice, strip_prefix
from converter.recognise.areas import area_in_half
from converter.recognise.authority import slugify
from converter.recognise.contents import key
from converter.recognise.deadlines import is_deadline
from converter.recognise.grades import Graded, cell_grade, grade_cell, grade_of, graded, is_grade, mark_grade
from converter.recognise.headings import Heading, numbered_title
from converter.recognise.labels import label_of, lettered
from converter.recognise.numbers import Number
from converter.recognise.rejoin import continues, ended
from converter.recognise.rows import is_new_table, with_row
from converter.recognise.survey import SAME_SIZE, SHORT, Body, survey

LABEL_LENGTH = 90
SLUG_LENGTH = 60
CHAPTER = re.compile(r"^\d{1,2}\.?\s+(?=\D)")
LISTING = re.compile(r"(?:[.:;,?!)\]”’]|;? (?:and|or))\s*$")
LOOSE_END = re.compile(r"(?:-(?:a|an|and|are|as|by|for|from|in|is|of|on|or|that|the|to|who|with))+$")
LEAD_SLUG = "summary"
CLOSING_SLUG = "closing"


def sections_of(lines: Sequence[Line], profile: Profile, entries: Collection[str]) -> tuple[Section, ...]:
    """The sections of a document's body, without addresses; `entries` are the contents list's titles."""
    body = survey(lines, profile, entries)
    builder = Builder(body)
    for at in range(len(body.lines)):
        builder.add(at)
    return builder.finish()


@dataclass
class Builder:
    """Puts a body together line by line; it lives only inside `sections_of`."""

    body: Body
    sections: list[Section] = field(default_factory=list)
    content: list[Paragraph | Block] = field(default_factory=list)
    paragraph: Paragraph | None = None
    half: str = ""
    outer: int = 1
    page: int | None = None

    def __post_init__(self) -> None:
        self.sections.append(Section(slug=LEAD_SLUG))

    def add(self, at: int) -> None:
        """Take the line at `at` into the section under way."""
        line = self.body.lines[at]
        self.page = line.page
        if self.is_grade_line(at):
            self.add_grade(at, line)
        elif at in self.body.numbers:
            self.add_numbered(at, line)
        elif at in self.body.headings and not (self.is_title_in_record(at) or self.is_said_again(at)):
            self.open_section(line, self.body.headings[at])
        elif line.kind is Kind.ROW:
            if is_graded(line) or (at + 1 < len(self.body.lines) and is_graded(self.body.lines[at + 1])):
                self.close_paragraph()
            self.add_row(line)
        elif line.kind is Kind.ITEM or self.is_listed(at):
            self.add_item(line)
        else:
            self.add_text(at, line)

    def finish(self) -> tuple[Section, ...]:
        """Every section, the first one left out where nothing stands before the first heading."""
        self.close_section()
        first, *rest = self.sections
        return tuple(self.sections if first.content else rest)

    # -- headings

    def is_grade_line(self, at: int) -> bool:
        """Whether this line is only the grade of the heading right above it."""
        under_heading = not self.content and self.paragraph is None and bool(self.sections[-1].title)
        return under_heading and not self.sections[-1].grade and lone_grade(self.body, at) is not None

    def is_title_in_record(self, at: int) -> bool:
        """Whether this heading only names rows of the record of main findings under way."""
        after = self.body.lines[at + 1 : at + 3]
        rows = any(line.kind is Kind.ROW for line in after)
        return self.sections[-1].role == "record" and (bool(self.body.headings[at].half) or rows)

    def is_said_again(self, at: int) -> bool:
        """Whether this line only repeats the heading right above it, as the head of a table does."""
        heading = self.body.headings[at]
        again = not heading.grade and key(heading.title) == key(plain(self.sections[-1].title))
        return again and not self.content and self.paragraph is None

    def add_grade(self, at: int, line: Line) -> None:
        section = self.sections[-1]
        found = lone_grade(self.body, at)
        if found:
            title = join(section.title, mark_grade(line.spans, found))
            area = self.area(plain(section.title), section.area)
            self.sections[-1] = replace(section, title=title, grade=found.grade, area=area)

    def area(self, title: str, known: str) -> str:
        """The area of a graded heading, which in a 2009-12 report depends on its half."""
        return area_in_half(self.half, title) if self.half else known

    def open_section(self, line: Line, heading: Heading, number: Number | None = None) -> None:
        self.close_section()
        self.half = heading.half or self.half
        area = self.area(heading.title, heading.area) if heading.grade else heading.area
        level = heading.level
        if number is not None:
            level = min(4, 1 + len(number.label.parts))
            self.outer = level
        elif self.body.profile.numbered_headings and not (self.body.profile.chapters and line.size):
            level = min(4, self.outer + 1)
        self.sections.append(
            Section(
                title=heading.spans,
                level=level,
                slug=heading.slug or short_slug(self.own_title(heading.title)),
                number=number.label.number if number else "",
                run=number.run if number else 1,
                grade=heading.grade,
                area=area,
                role=heading.role,
                line=line.line,
            )
        )

    def own_title(self, title: str) -> str:
        """A title without the number of its chapter, where only paragraphs have addresses by number."""
        return CHAPTER.sub("", title) if self.body.profile.chapters else title

    def close_section(self) -> None:
        self.close_paragraph()
        self.sections[-1] = replace(self.sections[-1], content=tuple(self.content))
        self.content = []

    # -- paragraphs

    def add_numbered(self, at: int, line: Line) -> None:
        number = self.body.numbers[at]
        spans = strip_prefix(line.spans, number.label.length)
        plainly = self.body.profile.chapters and line.size and not line.bold
        if (
            self.body.profile.numbered_headings
            and not plainly
            and line.kind is Kind.TEXT
            and numbered_title(plain(spans))
        ):
            self.open_section(line, Heading(spans, plain(spans), 2), number)
            return
        self.close_paragraph()
        self.paragraph = Paragraph(number.label.number, (Text(spans),), page=line.page, line=line.line, run=number.run)

    def close_paragraph(self) -> None:
        if self.paragraph is not None:
            self.content.append(self.paragraph)
            self.paragraph = None

    # -- blocks

    def grow(self, kind: type[Block], more: Callable[..., Block], new: Block) -> None:
        """Add to the last block where it is of `kind`, else begin a new one."""
        last = self.last_block()
        if isinstance(last, kind):
            self.replace_last(more(last))
        else:
            self.append(new)

    def last_block(self) -> Block | Paragraph | None:
        if self.paragraph is not None:
            return self.paragraph.blocks[-1]
        return self.content[-1] if self.content else None

    def replace_last(self, block: Block) -> None:
        if self.paragraph is not None:
            self.paragraph = replace(self.paragraph, blocks=(*self.paragraph.blocks[:-1], block))
        else:
            self.content[-1] = block

    def append(self, block: Block) -> None:
        if not isinstance(block, Label):
            block = replace(block, page=self.page)
        if self.paragraph is not None:
            self.paragraph = replace(self.paragraph, blocks=(*self.paragraph.blocks, block))
        else:
            self.content.append(block)

    def add_row(self, line: Line) -> None:
        last = self.last_block()
        if self.sections[-1].role == "record":
            line = replace(line, cells=tuple(grade_cell(cell) for cell in line.cells))
        if isinstance(last, Table) and not is_new_table(last.rows[-1], line):
            self.replace_last(replace(last, rows=with_row(last.rows, line)))
        else:
            self.append(Table((line.cells,)))

    def add_item(self, line: Line) -> None:
        label = label_of(line.text)
        own = label if label and (label.kind == "bracket" or line.kind is Kind.TEXT) else None
        spans = strip_prefix(line.spans, own.length) if own else line.spans
        item = Item(spans, line.text[: own.length].strip() if own else "", line.depth)
        self.grow(ItemList, lambda items: replace(items, items=(*items.items, item)), ItemList((item,)))

    def is_listed(self, at: int) -> bool:
        """Whether a line of text is an item of a list: it has a letter or number, and nothing was left unsaid."""
        line = self.body.lines[at]
        listed = self.body.profile.chapters or (self.body.profile.numbered_headings and line.size)
        label = label_of(line.text) if listed and line.kind is Kind.TEXT else None
        if label is None or label.kind not in {"bracket", "integer"}:
            return False
        if not self.body.profile.chapters and label.kind == "bracket":
            return True
        return at == 0 or self.body.lines[at - 1].kind is Kind.ROW or bool(LISTING.search(self.body.lines[at - 1].text))

    def add_text(self, at: int, line: Line) -> None:
        last = self.last_block()
        text = line.text.strip()
        label = self.paragraph is not None and (is_label(text) or self.names_part(line))
        if isinstance(last, Text | ItemList) and at and (continues(self.body.lines, at) or self.is_cut(at)):
            self.replace_last(extend(last, line.spans))
        elif label:
            self.append(Label(line.spans))
        elif isinstance(last, Text) and self.is_rest(at):
            self.replace_last(extend(last, line.spans))
        else:
            self.add_block(at, line)

    def is_cut(self, at: int) -> bool:
        """Whether a line begins with a number only because the margin broke its sentence there."""
        line, before = self.body.lines[at], self.body.lines[at - 1]
        numbered = self.body.profile.chapters and (label_of(line.text) or lettered(line.text))
        return bool(numbered) and not line.gap and before.kind is not Kind.ROW and not ended(before.text)

    def names_part(self, line: Line) -> bool:
        """Whether a short line in bold names a part of the paragraph, as "recommendation" below a conclusion."""
        return self.body.profile.chapters and line.bold and len(line.text) <= SHORT

    def add_block(self, at: int, line: Line) -> None:
        """Take a line that begins something: a block of the paragraph, or one that stands by itself."""
        text = line.text.strip()
        if at and abs(line.size - self.body.lines[at - 1].size) >= SAME_SIZE:
            self.close_paragraph()
        if self.body.profile.first("closing", text) and self.sections[-1].slug != CLOSING_SLUG:
            self.close_section()
            self.sections.append(Section(slug=CLOSING_SLUG, role="closing", line=line.line))
        if at + 1 not in self.body.numbers and len(text) <= SHORT and not ended(text):
            self.close_paragraph()
        if self.stands_with_next(at) or (not line.gap and isinstance(self.last_block(), Lines)):
            self.add_short(line)
        else:
            self.append(Text(line.spans))

    def is_rest(self, at: int) -> bool:
        """Whether this is the rest of a paragraph cut between two sentences.

        A framework that always numbers its paragraphs prints no second one under the same number.
        """
        text = self.body.lines[at].text.strip()
        return (
            self.body.profile.numbered
            and self.paragraph is not None
            and ended(text)
            and self.crosses_page(at)
            and label_of(text) is None
            and not self.body.profile.first("closing", text)
        )

    def crosses_page(self, at: int) -> bool:
        """Whether a page ends before this line; a text file does not say, so there it may."""
        before, line = self.body.lines[at - 1], self.body.lines[at]
        return line.page is None or (line.page != before.page and abs(line.size - before.size) < SAME_SIZE)

    def stands_with_next(self, at: int) -> bool:
        """Whether this short line and the next stand together with no space between."""
        lines = self.body.lines
        after = lines[at + 1] if at + 1 < len(lines) else None
        return (
            after is not None
            and len(lines[at].text) <= LABEL_LENGTH
            and not ended(lines[at].text)
            and after.kind is Kind.TEXT
            and not after.gap
            and at + 1 not in self.body.headings
            and at + 1 not in self.body.numbers
        )

    def add_short(self, line: Line) -> None:
        self.close_paragraph()
        if line.gap:
            self.append(Lines((line.spans,)))
        else:
            self.grow(Lines, lambda block: replace(block, lines=(*block.lines, line.spans)), Lines((line.spans,)))


def lone_grade(body: Body, at: int) -> Graded | None:
    """The grade that is all a line holds."""
    text = body.lines[at].text.strip()
    found = graded(text, body.profile)
    if found and not found.title:
        return found
    lone = body.lines[at].kind is Kind.TEXT and is_grade(text)
    return Graded("", grade_of(text), 0, len(body.lines[at].text)) if lone and body.profile.lists["grades"] else None


def is_label(text: str) -> bool:
    """Whether a line introduces what follows inside a paragraph: it ends with a colon or is a deadline."""
    return len(text) <= LABEL_LENGTH and (text.endswith(":") or is_deadline(text))


def is_graded(line: Line) -> bool:
    """Whether this is a table row that ends in a grade."""
    filled = [cell for cell in line.cells if cell]
    return len(filled) > 1 and bool(cell_grade(filled[-1]))


def extend(block: Text | ItemList, spans: Spans) -> Text | ItemList:
    """`block` with the rest of its last sentence."""
    if isinstance(block, Text):
        return replace(block, spans=splice((block.spans, spans)))
    *items, last = block.items
    return replace(block, items=(*items, replace(last, spans=splice((last.spans, spans)))))


def short_slug(title: str, longest: int = SLUG_LENGTH) -> str:
    """A section's slug: its title, cut at a word."""
    slug = slugify(title)
    if len(slug) <= longest:
        return slug or "section"
    return LOOSE_END.sub("", slug[: longest + 1].rsplit("-", 1)[0])
