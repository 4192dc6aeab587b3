"""What a report asks for, as a list at its head that leads into the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter.model import Recommendation, Report
from converter.write.escape import html_text, inline_text
from converter.write.wording import deadline_words, number, shortened

SHOWN = 6
LONGEST = 150


def points_box(report: Report) -> Iterator[str]:
    """The recommendations of a report in short, each a link to its place; of many the first ones, the rest folded."""
    points = report.recommendations
    if report.kind != "report" or not points:
        return
    cut = len(points) if len(points) <= SHOWN + 1 else SHOWN
    lines = ["What needs to improve\n{ .box-head }", "\n".join(map(point_line, points[:cut]))]
    if rest := points[cut:]:
        listed = "\n".join(f"<li markdown>{linked(point)}</li>" for point in rest)
        listed = f'<ol start="{cut + 1}" markdown>\n{listed}\n</ol>'  # Markdown begins every list at one
        lines.append(f"<details markdown>\n<summary>{len(rest)} more</summary>\n\n{listed}\n\n</details>")
    yield '<div class="improve" markdown>\n\n' + "\n\n".join(lines) + "\n\n</div>"


def point_line(point: Recommendation) -> str:
    return f"1. {linked(point)}"


def linked(point: Recommendation) -> str:
    when = f' <em class="when">{html_text(deadline_words(point.deadline))}</em>' if point.deadline else ""
    return f"[{point_text(point)}](#{point.anchor}){when}"


def point_text(point: Recommendation) -> str:
    """A recommendation's first words as Markdown."""
    return inline_text(shortened(point.text, LONGEST))


def kind_of_points(points: Sequence[Recommendation]) -> str:
    return f"{number(len(points))} point{'s' if len(points) > 1 else ''} to improve"
