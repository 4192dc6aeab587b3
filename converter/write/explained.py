"""What an abbreviation means, wherever a report uses one that it defines: tooltips, and a list at the page's end.

The first use in each block has a tooltip, so that pages stay small and calm; not the place of the definition, where
the words stand already, nor headings, links, labels, words in bold and tables. Where a report prints one meaning, that
holds in the whole of it, also before the definition. Where it prints another one later, the first holds between
the two; before and after nobody can say which is meant, so nothing is shown there, and the list has both.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from converter.model import Block, Footnote, ItemList, Paragraph, Report, Section, Span, Spans, Term, Text
from converter.write.escape import html_text


@dataclass(frozen=True, slots=True)
class Use:
    """Which abbreviations to look for in a block, and what they mean there."""

    pattern: re.Pattern[str]
    meanings: Mapping[str, str]

    def past(self, anchors: Collection[str], terms: Sequence[Term]) -> Use:
        """What holds behind these addresses: the first of several meanings printed there, none once there are two."""
        here = [term for term in terms if term.anchor in anchors]
        if not here:
            return self
        meanings = {**self.meanings}
        for term in here:
            every = [other for other in terms if other.abbreviation == term.abbreviation]
            if len(every) > 1:
                meanings.pop(term.abbreviation, None)
            if term is every[0]:
                meanings[term.abbreviation] = term.meaning
        return replace(self, meanings=meanings)


def explained(report: Report) -> Report:
    """`report` with the meaning of each abbreviation at its first use in every block."""
    if not report.terms:
        return report
    use = Use(pattern_of({term.abbreviation for term in report.terms}), meant_throughout(report.terms))
    sections: list[Section] = []
    for section in report.sections:
        use = use.past({section.anchor}, report.terms)
        content: list[Paragraph | Block] = []
        for part in section.content:
            anchors = set(anchors_of(part))
            content.append(explained_part(part, use, defined_at(anchors, report.terms)))
            use = use.past(anchors, report.terms)
        sections.append(replace(section, content=tuple(content)))
    notes = (explained_note(note, use, report.terms) for note in report.footnotes)
    return replace(report, sections=tuple(sections), footnotes=tuple(notes))


def explained_note(note: Footnote, use: Use, terms: Sequence[Term]) -> Footnote:
    return replace(note, spans=explained_spans(note.spans, use, defined_at({f"fn:{note.key}"}, terms)))


def pattern_of(abbreviations: Collection[str]) -> re.Pattern[str]:
    """Finds each abbreviation as a word of its own, in the plural too; not in brackets, beside its long form."""
    longest_first = sorted(abbreviations, key=lambda name: (-len(name), name))
    names = "|".join(map(re.escape, longest_first))
    first = "".join(sorted({re.escape(name[0]) for name in abbreviations}))  # most places are passed by at once
    return re.compile(rf"(?=[{first}])(?<![\w(&/-])(?<!\([‘“'\"])(?P<name>{names})(?:['’]?s)?(?![\w&]|[/-]\w)")


def meant_throughout(terms: Sequence[Term]) -> Mapping[str, str]:
    """The abbreviations with one meaning in the whole of a report."""
    often = Counter(term.abbreviation for term in terms)
    return {term.abbreviation: term.meaning for term in terms if often[term.abbreviation] == 1}


def defined_at(anchors: Collection[str], terms: Sequence[Term]) -> set[str]:
    """The abbreviations that are defined at one of these addresses."""
    return {term.abbreviation for term in terms if term.anchor in anchors}


def anchors_of(part: Paragraph | Block) -> Iterator[str]:
    """The addresses of a part and of the items in it."""
    items = (block for block in parts_of(part) if isinstance(block, ItemList))
    every = [getattr(part, "anchor", ""), *(item.anchor for block in items for item in block.items)]
    return filter(None, every)


def parts_of(part: Paragraph | Block) -> Sequence[Block]:
    return part.blocks if isinstance(part, Paragraph) else (part,)


# ---------------------------------------------------------------- blocks


def explained_part(part: Paragraph | Block, use: Use, seen: set[str]) -> Paragraph | Block:
    """A part with tooltips; `seen` are the abbreviations that need none any more."""
    if isinstance(part, Paragraph):
        return replace(part, blocks=tuple(explained_block(block, use, seen) for block in part.blocks))
    return explained_block(part, use, seen)


def explained_block(block: Block, use: Use, seen: set[str]) -> Block:
    if isinstance(block, Text):
        spans = explained_spans(block.spans, use, seen)
        return block if spans == block.spans else replace(block, spans=spans)
    if isinstance(block, ItemList):
        items = (replace(item, spans=explained_spans(item.spans, use, seen)) for item in block.items)
        return replace(block, items=tuple(items))
    return block


def explained_spans(spans: Spans, use: Use, seen: set[str]) -> Spans:
    """Spans with each abbreviation that is explained in a span of its own."""
    found: list[Span] = []
    for at, span in enumerate(spans):
        if span.bold or span.italic or span.href or span.note or span.grade or span.text.isupper():
            found.append(span)
            continue
        before = spans[at - 1].text[-1:] if at else ""
        after = spans[at + 1].text[:1] if at + 1 < len(spans) and not spans[at + 1].note else ""
        found += parted(span, before, after, use, seen)
    return tuple(found)


def parted(span: Span, before: str, after: str, use: Use, seen: set[str]) -> Iterator[Span]:
    """A span parted at the abbreviations to explain; `before` and `after` are the characters beside it."""
    done = 0
    for match in use.pattern.finditer(span.text):
        start, end = match.span()
        touches = (start == 0 and before.isalnum()) or (end == len(span.text) and after.isalnum())
        name = match["name"]
        if touches or name in seen or name not in use.meanings:
            continue
        seen.add(name)
        if before_it := span.text[done:start]:
            yield replace(span, text=before_it)
        yield replace(span, text=match[0], meaning=use.meanings[name])
        done = end
    if not done:
        yield span
    elif rest := span.text[done:]:
        yield replace(span, text=rest)


# ---------------------------------------------------------------- the list


def abbreviations_list(report: Report) -> Iterator[str]:
    """What a report's abbreviations mean, folded away at its end; each meaning leads to the place that prints it."""
    if not report.terms:
        return
    terms = sorted(report.terms, key=lambda term: (term.abbreviation.casefold(), term.abbreviation))
    rows = "\n".join(
        f"<div><dt>{html_text(term.abbreviation)}</dt>"
        f'<dd><a href="#{html_text(term.anchor)}">{html_text(term.meaning)}</a></dd></div>'
        for term in terms
    )
    yield (
        '<details class="abbreviations">\n<summary>Abbreviations in this document, as it defines them</summary>\n'
        f"<dl>\n{rows}\n</dl>\n</details>"
    )
