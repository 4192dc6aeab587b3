"""What a report asks for, with its deadline."""

from __future__ import annotations

import pytest

from converter.model import Recommendation
from converter.profiles import profile_named
from converter.read.text import read_text
from converter.recognise.anchors import with_anchors
from converter.recognise.deadlines import deadline_of, is_deadline, own_deadline
from converter.recognise.recommendations import recommendations_of
from converter.recognise.structure import sections_of


def points(text: str, framework: str = "slac") -> tuple[Recommendation, ...]:
    sections = sections_of(read_text(text)[1], profile_named(framework), ())
    return recommendations_of(with_anchors(sections), profile_named(framework))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1. Help comes early.\n- in Harle\n- in Port Stowle",
        "Overall effectiveness\n\n1. Within three months:\n\n- publish a guide",
        "Areas for improvement",
    ],
    ids=["nothing", "no heading", "another heading", "heading only"],
)
def test_asks_for_nothing(text: str) -> None:
    assert points(text) == ()


@pytest.mark.parametrize(
    ("end", "ref"),
    [
        ("(National Framework, Outcome 1)", "National Framework, Outcome 1"),
        ("(National Framework outcome three).", "National Framework, Outcome 3"),
        ("[Outcome 4, national framework]", "National Framework, Outcome 4"),
        ("Enabler three: National Framework.", "National Framework, Enabler 3"),
        ("(Enabler 2: Leaders drive conditions for effective practice)", "National Framework, Enabler 2"),
        ("(National Framework, Outcomes 2 and 3)", "National Framework, Outcomes 2 and 3"),
        ("(outcomes one, two and four, national framework)", "National Framework, Outcomes 1, 2 and 4"),
        ("", ""),
        ("in line with the outcomes of the national framework.", ""),
    ],
)
def test_what_a_point_refers_to(end: str, ref: str) -> None:
    (point,) = points(f"What needs to improve\n\n- The pace of plans. {end}", "ilacs")
    assert point.ref == ref


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Norbury",
        "Within reason:",
        "Within many months:",
        "within three",
        "three months",
        "This was put right within three months by the managers who took over the service in March.",
    ],
)
def test_no_deadline(text: str) -> None:
    assert deadline_of(text) is None


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("Immediately:", "immediately"),
        ("IMMEDIATELY", "immediately"),
        ("Within three months:", "3 months"),
        ("Within 6 months", "6 months"),
        ("Within six months:", "6 months"),
        ("Within one month:", "1 month"),
        ("Within two weeks of publication:", "2 weeks"),
        ("Within 5 days:", "5 days"),
        ("within one year", "1 year"),
        ("Within twelve months:", "12 months"),
        ("Within the next three months", "3 months"),
        ("Within three months of the publication of this report:", "3 months"),
        ("Within 20 working days:", "20 working days"),
        ("With immediate effect:", "immediately"),
        ("Priority and immediate action", "immediately"),
        ("By March 2015:", "by March 2015"),
        ("By the end of September 2014", "by September 2014"),
        ("By 31 March, 2015", "by 31 March 2015"),
    ],
)
def test_deadline(text: str, deadline: str) -> None:
    assert deadline_of(text) == deadline


@pytest.mark.parametrize("word", ["seven", "eight", "ten", "eleven", "eighteen"])
def test_every_number_word_that_a_deadline_may_use(word: str) -> None:
    assert deadline_of(f"Within {word} months:") is not None


def test_items_under_their_deadlines() -> None:
    text = (
        "Areas for improvement\n\n1. The council and its partners should do the following.\n\nImmediately:\n\n"
        "- read every assessment\n - also old ones\n- hold discussions\n\nWithin three months:\n\n- fill the post\n"
    )
    assert points(text) == (
        Recommendation("p1-b1", "read every assessment also old ones", "immediately", to="Local authority; Partners"),
        Recommendation("p1-b3", "hold discussions", "immediately", to="Local authority; Partners"),
        Recommendation("p1-b4", "fill the post", "3 months", to="Local authority; Partners"),
    )


def test_a_deadline_in_the_paragraph_itself() -> None:
    text = (
        "Areas for improvement\n\n1. Within three months:\n\n- fill the post\n\n"
        "2. The council should:\n\n- read files\n"
    )
    assert [(point.text, point.deadline) for point in points(text)] == [
        ("fill the post", "3 months"),
        ("read files", None),
    ]


def test_numbered_points_without_a_list() -> None:
    text = (
        "Recommendations\n\n1. Agree one description.\n\n2. Review every plan.\n\n"
        "Information about this inspection\n\n3. A."
    )
    assert points(text, "sif") == (
        Recommendation("p1", "Agree one description."),
        Recommendation("p2", "Review every plan."),
    )


def test_a_list_without_a_number() -> None:
    text = (
        "What needs to improve?\n\n- the speed of assessment\n- the quality of plans\n\n"
        "The experiences and progress of care leavers\n\n1. A."
    )
    found = points(text, "ilacs")
    assert [point.text for point in found] == ["the speed of assessment", "the quality of plans"]
    assert len({point.anchor for point in found}) == 2


def test_items_that_all_stand_further_in() -> None:
    text = "What needs to improve?\n\n - the speed of assessment\n - the quality of plans\n"
    assert len(points(text, "ilacs")) == 2


def test_rows_of_a_table_without_its_head() -> None:
    text = (
        "What needs to improve?\n\nResponsible body\tWhat needs to improve\n"
        "Norbury County Council\tLeaders should answer the telephone.\n\tLeaders should write back.\n"
    )
    assert [point.text for point in points(text, "ilacs")] == [
        "Norbury County Council: Leaders should answer the telephone.",
        "Leaders should write back.",
    ]
    assert {point.anchor for point in points(text, "ilacs")} == {"what-needs-to-improve-1"}


def test_a_heading_that_is_repeated_as_the_head_of_a_table_is_no_point() -> None:
    text = "What needs to improve?\n\nWhat needs to improve?\n\nThe speed of help.\n\nThe quality of plans.\n"
    assert [point.text for point in points(text, "ilacs")] == ["The speed of help.", "The quality of plans."]


@pytest.mark.parametrize(
    "text", ["Priority and immediate action", "By March", "Immediately available help", "In March 2015"]
)
def test_no_line_of_its_own_for_a_deadline(text: str) -> None:
    assert not is_deadline(text)


@pytest.mark.parametrize(
    "text", ["Within six months:", "immediately", "Within three months of publication", "By March 2015:"]
)
def test_a_line_that_is_a_deadline(text: str) -> None:
    assert is_deadline(text)


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("Plans should be read within three months, if not before.", None),
        ("Immediately available help is rare.", None),
        ("Within three months, read every plan.", "3 months"),
        ("Immediately: read every plan.", "immediately"),
        ("By March 2015, the board should agree a plan.", "by March 2015"),
    ],
)
def test_a_deadline_with_which_a_point_begins(text: str, deadline: str | None) -> None:
    assert own_deadline(text) == deadline


def test_points_below_headings_that_only_sort_them() -> None:
    text = (
        "What does the local authority need to improve?\n\nPriority and immediate action\n\nWorkforce\n\n"
        "1. Fill the posts in Harle.\n\nAreas for improvement\n\nQuality of practice\n\n2. Read every plan.\n\n"
        "Leadership, management and governance\n\n3. Count the visits.\n\n"
        "The local authority's strengths\n\n4. Carers stay for years.\n"
    )
    assert [(point.anchor, point.deadline, point.to) for point in points(text, "sif")] == [
        ("p1", "immediately", "Local authority"),
        ("p2", None, "Local authority"),
        ("p3", None, "Local authority"),
    ]


def test_no_point_is_made_of_there_being_none() -> None:
    text = "Priority and immediate action\n\n1. There are no areas for priority action.\n\nRecommendations\n\n2. Read."
    assert [point.text for point in points(text, "sif")] == ["Read."]


def test_a_numbered_point_keeps_its_list() -> None:
    text = "Recommendations:\n\n1. Improve plans by:\n\n- reading them\n- asking children\n\n2. Visit more often.\n"
    assert [(point.anchor, point.text) for point in points(text, "sif")] == [
        ("p1", "Improve plans by: reading them asking children"),
        ("p2", "Visit more often."),
    ]


def test_a_sentence_that_leads_to_a_list_is_no_point() -> None:
    text = "What needs to improve?\n\nThe council and its partners should:\n\n- answer letters\n- visit homes\n"
    assert [(point.text, point.to) for point in points(text, "ilacs")] == [
        ("answer letters", "Local authority; Partners"),
        ("visit homes", "Local authority; Partners"),
    ]


def test_a_column_says_who_is_responsible() -> None:
    text = (
        "What needs to improve?\n\nResponsible body\tWhat needs to improve\n"
        "Norbury County Council and the police\tLeaders should answer.\n\tLeaders should write.\nThe Lantern\tSing.\n"
    )
    assert [point.to for point in points(text, "ilacs")] == ["Local authority; Police"] * 2 + ["The Lantern"]
