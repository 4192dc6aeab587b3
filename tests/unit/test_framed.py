"""Tables of built pages: boxes for all, heads at the cells of those that phones stack."""

from __future__ import annotations

import re

import markdown
from hypothesis import given
from hypothesis import strategies as st

from converter.site.framed import framed
from converter.write.escape import inline_text

TAG = re.compile(r"<(\w+)")
TABLE = "| Report & month | Grade |\n| --- | --- |\n| [June](a.md) | **Good** |\n| *July* |  |"


def built(text: str) -> str:
    return markdown.markdown(text, extensions=["tables"])


def test_each_table_gets_a_box_and_nothing_else_changes() -> None:
    page = framed(built(f"Before\n\n{TABLE}\n\nAfter"), stacked=False)
    assert page.count('<div class="pp-scroll"><table class="pp-table">') == page.count("</table></div>") == 1
    assert page.replace('<div class="pp-scroll"><table class="pp-table">', "<table>").replace(
        "</table></div>", "</table>"
    ) == built(f"Before\n\n{TABLE}\n\nAfter")


def test_cells_know_their_heads_where_rows_are_stacked() -> None:
    page = framed(built(TABLE), stacked=True)
    assert page.count('<td data-label="Report &amp; month">') == page.count('<td data-label="Grade">') == 2


def test_a_table_with_a_class_is_left_alone() -> None:
    assert framed('<table class="x"><tr><td>1</td></tr></table>', stacked=True) == (
        '<table class="x"><tr><td>1</td></tr></table>'
    )


@given(st.text(min_size=1))
def test_a_head_is_never_more_than_text(head: str) -> None:
    table = f"| {inline_text(head).replace(chr(10), ' ')} | b |\n| --- | --- |\n| 1 | 2 |"
    before, after = built(table), framed(built(table), stacked=True)
    assert TAG.findall(after.replace('<div class="pp-scroll">', "")) == TAG.findall(before)
