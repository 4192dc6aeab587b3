"""What real reports do to their layout, in reports about Norbury: whatever the quirk, the same things come out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.pdfbase.pdfmetrics import stringWidth
from samples import quirky_pdf as q
from samples.quirky_pdf import Block, Bullet, Heading, Look, Numbered, Plain, prose

from converter.model import Paragraph, Report, block_text
from converter.read import read
from converter.read.furniture import part_furniture
from converter.read.rows import Piece, Row
from converter.recognise import recognise

HELP = Heading("The experiences and progress of children who need help and protection: requires improvement to be good")
LEADERS = Heading("The impact of leaders on social work practice with children and families: good")


def recognised(blocks: Sequence[Block], look: Look, folder: Path) -> Report:
    return recognise(read(q.write(folder / "report.pdf", blocks, look)))[0]


def words(text: str) -> str:
    """The letters and digits of a text: hyphens at the end of a line may go or stay."""
    return "".join(re.findall(r"[a-z0-9]+", text.lower()))


def expected(blocks: Iterable[Block]) -> dict[str, str]:
    """The words of every numbered paragraph, with its list items."""
    said: dict[str, str] = {}
    number = ""
    for block in blocks:
        match block:
            case Numbered():
                number = str(block.number)
                said[number] = words(block.text)
            case Bullet() if number:
                said[number] += words(block.text)
            case Heading() | Plain():
                number = ""
    return said


def printed(report: Report) -> list[tuple[str, str]]:
    return [
        (part.number, words(block_text(part)))
        for section in report.sections
        for part in section.content
        if isinstance(part, Paragraph)
    ]


def grades(report: Report) -> Mapping[str, str]:
    return {row.area: row.grade for row in report.judgements}


def agrees(blocks: Sequence[Block], look: Look, folder: Path, points: int, judged: Mapping[str, str]) -> None:
    report = recognised(blocks, look, folder)
    assert printed(report) == list(expected(blocks).items())
    assert grades(report) == judged
    assert len(report.recommendations) == points
    assert (str(report.start), str(report.end)) == ("2019-03-04", "2019-03-08")
    assert report.lead_inspector == "Ada Fenwick"
    assert report.authority is not None
    assert report.authority.slug == "norbury"


def within(special: Sequence[Block], last: int) -> list[Block]:
    """A report in which these blocks stand between paragraph 4 and the one after `last`."""
    return q.ilacs(
        [HELP, *q.numbered(1, 4), *special, *q.numbered(last + 1, last + 3), LEADERS, Numbered(last + 4, "So.")]
    )


LOOKS = {
    "as most": Look(),
    "no dot": Look(dot=""),
    "no dot, at the top of a page": Look(dot="", bottom=100),
    "dot apart": Look(dot_apart=6),
    "dot far apart": Look(dot_apart=16, indent=40),
    "small number": Look(number_size=8.5),
    "small number without dot": Look(dot="", number_size=8),
    "large number": Look(number_size=14, indent=36),
    "not hanging": Look(hanging=False),
    "no gap": Look(indent=0),
    "wide gap": Look(indent=60),
    "another base line": Look(number_drop=1),
    "another base line, higher": Look(number_drop=-1.9),
    "no space between": Look(space=0),
    "a little space between": Look(space=6, leading=16.6),
    "down to the footer": Look(bottom=56),
    "words": Look(pieces="word"),
    "letters": Look(pieces="letter"),
    "letters, number larger": Look(pieces="letter", size=11, leading=13.2),
    "out of order": Look(pieces="word", shuffled=True),
    "symbol bullets": Look(bullet="\uf0b7"),
    "o bullets": Look(bullet="o", bottom=110),
    "dash bullets": Look(bullet="\u2013", sub_bullet="-"),
    "headings not bold": Look(heading_font=q.PLAIN, heading_size=12),
    "large headings": Look(heading_size=18),
    "page of pages": Look(page_number="Page {} of 12"),
    "no footer": Look(footer=(), page_number="{} | Page"),
    "rotated": Look(rotated=True),
    "labels over lines": Look(label_width=120),
    "labels over lines, grades on the first": Look(label_width=120, grade_place="top"),
    "grades over lines": Look(label_width=150, grade_width=80),
    "small": Look(size=10, number_size=10, leading=12, space=8),
}


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_set_otherwise(look: Look, tmp_path: Path) -> None:
    agrees(q.ilacs(), look, tmp_path, 3, q.ILACS_GRADES)


@pytest.mark.parametrize("look", [Look(), LOOKS["words"], LOOKS["no dot"]], ids=["as most", "words", "no dot"])
def test_single_inspection(look: Look, tmp_path: Path) -> None:
    agrees(q.sif(), look, tmp_path, 9, q.SIF_GRADES)


@pytest.mark.parametrize(
    "end",
    [
        "aged 5-\n6. The help is good.",
        "in year\n6. The help is good.",
        "in year\n5. The help is good.",
        "aged\n16 and 17 who sail.",
        "since\n2014. The council was slow.",
        "as is told in paragraph\n6. The council knows.",
        "to\n25% of all.",
        "up to\n6.",
        "since\n6 March 2018.",
        "and the rate is\n6.5 of 10,000.",
    ],
)
@pytest.mark.parametrize(
    "look", [Look(), Look(hanging=False), Look(dot="")], ids=["hanging", "at the margin", "no dot"]
)
def test_a_line_that_begins_with_a_number(end: str, look: Look, tmp_path: Path) -> None:
    blocks = within([Numbered(5, f"{prose(5, 2)} They help children {end}")], 5)
    agrees(blocks, look, tmp_path, 3, {**q.ILACS_GRADES})


@pytest.mark.parametrize(
    ("points", "count"),
    [
        (["The boats. (National Framework, Outcome 1)", "The tides\n[Outcome 3, National Framework]"], 2),
        (["The boats.\nEnabler three: National Framework.", "The tides.\nNational Framework Outcome 2"], 2),
        (["The quality of:", "> plans", "> visits", "The tides."], 2),
        ([prose(at, 2) for at in range(12)], 12),
    ],
)
def test_points_to_improve(points: list[str], count: int, tmp_path: Path) -> None:
    bullets = [Bullet(text.removeprefix("> "), 1 + text.startswith("> ")) for text in points]
    start, end = q.ilacs(), q.ilacs_body()
    at = next(at for at, block in enumerate(start) if isinstance(block, Bullet))
    agrees([*start[:at], *bullets, *end], Look(bottom=110), tmp_path, count, q.ILACS_GRADES)


@pytest.mark.parametrize(
    ("overall", "board"),
    [
        (
            "Children's services in Norbury are good",
            "The Local Safeguarding Children Board requires improvement\nto be good",
        ),
        (
            "Norbury\u2019s children\u2019s services are good.",
            "The graded judgement for the effectiveness of the LSCB is that it requires improvement",
        ),
        (
            "The overall judgement is that children\u2019s services are\ngood",
            "The Norbury Safeguarding Children Board requires improvement",
        ),
        ("Overall judgement: good", "The Local Safeguarding Children Board is judged to require improvement"),
        (
            "Children\u2019s services in Norbury County Council are judged to be good",
            "The effectiveness of the LSCB: requires improvement",
        ),
    ],
)
def test_judgements_in_words(overall: str, board: str, tmp_path: Path) -> None:
    blocks = q.sif(cover=q.sif_cover(overall=overall), lscb=board)
    assert grades(recognised(blocks, Look(), tmp_path)) == q.SIF_GRADES


def test_what_a_board_must_do_is_no_judgement(tmp_path: Path) -> None:
    blocks = [
        *q.sif(lscb="Inspection judgement about the LSCB"),
        Heading("What the inspection judgments mean: the LSCB"),
        Plain("An LSCB that is good coordinates the activity of statutory partners."),
        Plain("An LSCB requires improvement if it does not yet demonstrate the characteristics of good."),
    ]
    assert "lscb" not in grades(recognised(blocks, Look(), tmp_path))


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Lead inspector: Ada Fenwick (HMI)", "Ada Fenwick"),
        ("Lead HMI \u2013 A J Fenwick", "A J Fenwick"),
        ("Lead inspector: Ada Fenwick, Her Majesty 's Inspector", "Ada Fenwick"),
        ("Lead inspector: Ada Fenwick Senior HMI", "Ada Fenwick"),
        ("Lead inspectors: Ada de Fenwick and Bo O'Marsh, Her Majesty's Inspectors", "Ada de Fenwick and Bo O'Marsh"),
    ],
)
def test_lead_inspector(line: str, name: str, tmp_path: Path) -> None:
    blocks = q.ilacs(cover=q.ilacs_cover(inspector=line))
    assert recognised(blocks, Look(), tmp_path).lead_inspector == name


def test_a_title_in_the_type_of_the_name_above_it(tmp_path: Path) -> None:
    title = "Norbury Council\nInspection of children 's social care services"
    report = recognised(q.ilacs(cover=q.ilacs_cover(title=title)), Look(), tmp_path)
    assert (report.framework, report.authority and report.authority.slug) == ("ilacs", "norbury")


def test_a_cell_close_to_the_next(tmp_path: Path) -> None:
    rows = (("1. Children who need help and protection", "Good"), ("2. Children looked after", "Good"))
    look = Look(label_width=stringWidth(rows[0][0], q.PLAIN, 12) + 0.1, column_gap=11)
    report = recognised(q.sif(cover=q.sif_cover(rows=rows)), look, tmp_path)
    assert {"help-and-protection", "children-in-care"} <= grades(report).keys()


LOOK = st.builds(
    Look,
    dot=st.sampled_from([".", ".", ""]),
    indent=st.sampled_from([28.0, 36.0, 40.0]),
    hanging=st.booleans(),
    number_size=st.sampled_from([12.0, 11.0, 10.0, 14.0]),
    number_drop=st.sampled_from([0.0, 1.0, -1.0]),
    size=st.sampled_from([11.0, 12.0]),
    leading=st.sampled_from([14.4, 16.6]),
    space=st.sampled_from([8.0, 12.0, 14.4]),
    bottom=st.floats(56, 130),
    pieces=st.sampled_from(["line", "word", "letter"]),
    shuffled=st.booleans(),
    bullet=st.sampled_from(["\u2022", "\uf0b7", "o", "\u2013"]),
    heading_size=st.sampled_from([12.0, 14.0, 16.0]),
    grade_place=st.sampled_from(["top", "middle"]),
    label_width=st.sampled_from([120.0, 220.0, 250.0]),
    grade_width=st.sampled_from([80.0, 180.0]),
)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(look=LOOK, single=st.booleans())
def test_any_of_them_together(look: Look, single: bool, tmp_path: Path) -> None:
    if single:
        agrees(q.sif(), replace(look, bottom=max(look.bottom, 60)), tmp_path, 9, q.SIF_GRADES)
    else:
        agrees(q.ilacs(), look, tmp_path, 3, q.ILACS_GRADES)


def page(number: int, *rows: tuple[float, str, float]) -> list[Row]:
    return [
        Row(number * 10 + at, number, 842.0, (Piece(text, 72, 500, base, size, False),))
        for at, (base, text, size) in enumerate(rows)
    ]


def test_a_last_line_that_pages_share_is_no_footer() -> None:
    said = [(104.0, "They sail late.", 12.0), (89.6, "(Recommendation)", 12.0), (40.0, "Inspection of Norbury", 8.0)]
    kept, _ = part_furniture([row for number in range(1, 5) for row in page(number, *said)])
    assert [row.text for row in kept] == ["They sail late.", "(Recommendation)"] * 4


def test_a_footer_that_stands_a_line_higher_on_one_page() -> None:
    rows = [row for number in range(1, 5) for row in page(number, (40.0, "Inspection of Norbury", 8.0))]
    kept, left_out = part_furniture([*rows, *page(5, (52.0, "Inspection of Norbury", 8.0), (40.0, "4 March", 8.0))])
    assert [row.text for row in kept] == ["4 March"]
    assert len(left_out) == 5
