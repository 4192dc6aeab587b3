"""Passages of other reports that say who does well what a report should improve, as a list at its foot."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from converter.link import Corpus
from converter.link.answers import Answer
from converter.link.library import Passage
from converter.model import Report
from converter.write.badges import badge
from converter.write.escape import inline_text
from converter.write.places import link_to, path_of
from converter.write.wording import shortened

HEAD = "Other reports on the same matters"
HOW = (
    "What sections graded good or outstanding say on what this report asks for or finds weak. Found by rules, by "
    "likeness of words; not chosen by inspectors."
)
OWN, OTHER = 110, 160  # characters


def answers_list(report: Report, corpus: Corpus, names: Mapping[str, str]) -> Iterator[str]:
    """Places of `report` at which something is to improve, each with a passage of another report."""
    rows = [row for answer in corpus.answers.get(report.id, ()) for row in answer_rows(report, answer, corpus, names)]
    if rows:
        lines = "\n".join(rows)
        yield (
            f'<section class="answers" aria-label="{HEAD}" markdown>\n\n{HEAD}\n{{ .answers-head }}\n\n'
            f"{HOW}\n{{ .answers-how }}\n\n{lines}\n\n</section>"
        )


def answer_rows(report: Report, answer: Answer, corpus: Corpus, names: Mapping[str, str]) -> Iterator[str]:
    """What is to improve, and below it who does it well."""
    point, passage = answer.point, answer.passage
    other = corpus.by_id[passage.document]
    place = f"{link_to(report, path_of(other))}#{passage.anchor}"
    name = f"{inline_text(other.short or other.title)}, paragraph {inline_text(passage.number)}"
    theme = inline_text(names.get(point.theme, point.theme))
    yield f"- {theme}: [{own_name(point)}](#{point.anchor}) {excerpt(point.text, OWN)}"
    yield f"    - [{name}]({place}) {badge(passage.grade)} {excerpt(passage.text, OTHER)}"


def own_name(point: Passage) -> str:
    """What a place of the report itself is called."""
    return f"paragraph {inline_text(point.number)}" if point.number else "point to improve"


def excerpt(text: str, longest: int) -> str:
    return f"“{inline_text(shortened(text, longest))}”"
