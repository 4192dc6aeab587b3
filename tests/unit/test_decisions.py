"""What a committee decided: which blocks of its minutes record it, and where they end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.model import Block, Item, ItemList, Paragraph, Section, Span, Spans, Table, Text
from converter.profiles import profile_named
from converter.recognise.packs.decisions import REFERENCE, decisions_in, marked, runs_in

PACK = profile_named("committee-pack")
Part = Paragraph | Block
BARE, THAT = "RESOLVED:", "That the report be noted."


def spans(text: str) -> Spans:
    return (Span(text),)


def part(text: str) -> Part:
    """A block: `- a; (1) b` is a list, `# 1. text` a numbered paragraph, `|` a table, anything else text."""
    if text.startswith("- "):
        return ItemList(tuple(item(one) for one in text[2:].split("; ")), anchor="list")
    if text.startswith("# "):
        number, _, words = text[2:].partition(" ")
        return Paragraph(number, (Text(spans(words)),), anchor=f"p{number}")
    if text.startswith("|"):
        return Table((tuple(spans(cell) for cell in text.split("|")[1:]),))
    return Text(spans(text), anchor="text")


def item(text: str) -> Item:
    label, _, words = text.partition(" ") if text.startswith("(") else ("", "", text)
    return Item(spans(words), label, anchor=f"item-{label.strip('()')}" if label else "item")


def runs(*texts: str) -> list[tuple[str, int, int]]:
    return [(run.kind, run.first, run.last) for run in runs_in([part(text) for text in texts], PACK)]


def items(text: str) -> list[tuple[str, tuple[int, int] | None]]:
    return [(run.kind, run.items) for run in runs_in([part(text)], PACK)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Members agreed with the officer that the ferry is too dear.",
        "Councillor Ottershaw noted that the hub shuts at eight.",
        "It was noted that the reserve had not been used.",
        "The council agreed a budget in February.",
        "The complaint was resolved within a week.",
        "Nobody recommended a longer bridge.",
        "Members voted on it by a show of hands.",
        "The decision was made by the Cabinet Member in March.",
        "The case for and against was heard.",
        "- the fare; the ferry; what the committee noted",
        "|RESOLVED|That the report be noted.",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert runs("A minute begins.", text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("RESOLVED that the report be noted.", "resolved"),
        ("It was unanimously resolved that a group be set up.", "resolved"),
        ("# 2. RESOLVED that the report be noted.", "resolved"),
        ("Recommended – That the bus be painted.", "recommended"),
        ("The Committee agreed to meet in May.", "agreed"),
        ("The minutes of 4 May 2021 were confirmed.", "agreed"),
        ("The Panel noted the ferry’s timetable.", "noted"),
        ("That the update be noted.", "noted"),
        ("The Committee voted 4:1 to ratify the decision.", "vote"),
        ("By 3 for, 4 against, 1 abstention the motion fell.", "vote"),
        ("The motion was lost.", "vote"),
        ("The motion that it be RESOLVED that the hub close was lost.", "vote"),
        ("The amendment to RECOMMEND closure, being put to the vote, was defeated.", "vote"),
        ("The motion was lost. RESOLVED: That the hub stay open.", "resolved"),
    ],
)
def test_a_decision_of_one_block(text: str, kind: str) -> None:
    assert runs(text, "Then the Panel heard from two carers.") == [(kind, 0, 0)]


@pytest.mark.parametrize(
    ("texts", "last"),
    [
        ((BARE, THAT), 1),
        ((BARE, "The film be shown."), 1),
        ((BARE, "- the film be shown; the fare be paid"), 1),
        ((BARE, "# 1. The film be shown.", "# 2. The fare be paid."), 2),
        ((BARE, THAT, "That the fare be paid."), 2),
        ((BARE, "(a) That the fare be paid.", "(b) That a letter be sent."), 2),
        ((BARE, "i) The fare be paid.", "ii) A letter be sent."), 2),
        (("RESOLVED that:", "(1) the fare be paid;", "(2) a letter be sent."), 2),
        (("It was agreed to", "pay the fare."), 1),
        (("The Committee resolved to:", "- pay the fare; write"), 1),
        (("The Committee RECOMMENDED –", "To paint the bus.", "and that the fare be paid."), 2),
        ((BARE, "RESOLVED that the report be noted."), 1),
        (("Resolved: (unanimously)", THAT), 1),
        (("RESOLVED: (by 6 votes to 2)", "That the film be noted."), 1),
    ],
)
def test_points_that_follow(texts: tuple[str, ...], last: int) -> None:
    (run,) = runs(*texts, "Councillor Ottershaw left the room.")
    assert run[1:] == (0, last)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("RESOLVED that the report be noted.", "- the fare; the ferry"), [("resolved", 0, 0)]),
        (("RESOLVED that the report be noted.", "That was all."), [("resolved", 0, 0)]),
        ((BARE, "|Age|Better"), [("resolved", 0, 0)]),
        ((BARE, THAT, "The chairman thanked all who came.", "(a) tea"), [("resolved", 0, 1)]),
        ((BARE, THAT, "|Age|Better", "That is the table."), [("resolved", 0, 1)]),
        ((BARE, "# 1. The film be shown.", "The chairman thanked all."), [("resolved", 0, 1)]),
        (
            (BARE, "(a) That the fare be paid.", "RESOLVED that a letter be sent."),
            [("resolved", 0, 1), ("resolved", 2, 2)],
        ),
        (("RESOLVED that:", "The motion was lost."), [("resolved", 0, 0), ("vote", 1, 1)]),
        ((BARE,), [("resolved", 0, 0)]),
        ((BARE, *[f"({n}) a point" for n in range(1, 20)]), [("resolved", 0, 12)]),
    ],
    ids=["whole", "whole and That", "table", "text", "table later", "number", "next", "vote", "nothing", "too many"],
)
def test_what_stops_a_run(texts: tuple[str, ...], expected: list[tuple[str, int, int]]) -> None:
    assert runs(*texts) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("For (2)", "Against (1)"), [("vote", 0, 1)]),
        (("For (2)", "Mr Dunnabeck, Ms Yarrowby", "Against (1)", "Mr Penhollow-Ames"), [("vote", 0, 3)]),
        (("FOR: Councillors Falkirk and Gill-Harker (2)", "AGAINST: Councillor Blyth (1)"), [("vote", 0, 1)]),
        (("For (2)", "Mr Dunnabeck, Ms Yarrowby", "The chairman thanked all."), [("vote", 0, 1)]),
        (("For (2)", "|Mr Dunnabeck"), [("vote", 0, 0)]),
        (("For (2)", "Mr Dunnabeck", "RESOLVED that the fare be paid."), [("vote", 0, 1), ("resolved", 2, 2)]),
    ],
)
def test_a_vote_of_several_lines(texts: tuple[str, ...], expected: list[tuple[str, int, int]]) -> None:
    assert runs(*texts) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- the fare; RESOLVED that the report be noted.; the ferry", [("resolved", (1, 2))]),
        ("- (1) RESOLVED that:; (a) the fare be paid; (b) a letter be sent", [("resolved", (0, 3))]),
        ("- (1) The fare.; (2) RESOLVED that:; (a) the fare; (3) The ferry.", [("resolved", (1, 3))]),
        ("- (a) AGREED that:; (1) the fare; (b) NOTED: the ferry", [("agreed", (0, 2)), ("noted", (2, 3))]),
        ("- (1) RESOLVED that:; the fare; (a) the ferry", [("resolved", (0, 1))]),
    ],
    ids=["bullet", "points below", "between", "two", "a bullet stops it"],
)
def test_items_of_a_list(text: str, expected: list[tuple[str, tuple[int, int] | None]]) -> None:
    assert items(text) == expected


def test_what_is_known_of_a_decision() -> None:
    content = (Text(spans("The Panel heard of PAF/01/15."), "t1"), Text(spans(BARE), "t2"), Text(spans(THAT), "t3"))
    vote = (Text(spans("It was 3 for, 4 against on PAF/02/15."), "t4"),)
    sections = [
        Section(spans("School buses (CFS/01/16)"), number="84", content=content),
        Section(spans("What was asked"), level=3, content=vote),
    ]
    said, voted = decisions_in(sections, PACK, "The Panel")
    assert (said.kind, said.anchor, said.text) == ("resolved", "t2", f"{BARE} {THAT}")
    assert (said.minute, said.title, said.who) == ("84", "School buses (CFS/01/16)", "The Panel")
    assert (said.votes, said.about) == ("", ("CFS/01/16",))
    assert (voted.minute, voted.votes, voted.about) == ("84", "3 for, 4 against", ("CFS/01/16", "PAF/02/15"))


def test_a_decision_in_a_list_has_the_address_of_its_item() -> None:
    section = Section(content=(part("- (1) The fare.; (2) RESOLVED that:; (a) the fare be paid"),))
    (found,) = decisions_in([section], PACK, "")
    assert (found.anchor, found.text) == ("item-2", "(2) RESOLVED that: (a) the fare be paid")


def test_minutes_without_numbers_have_titles() -> None:
    sections = [Section(spans("Buses"), content=(part(THAT),)), Section(content=(part(THAT),))]
    assert [(one.minute, one.title) for one in decisions_in(sections, PACK, "")] == [("", "Buses"), ("", "")]


def test_every_block_of_a_run_is_marked() -> None:
    content = (part("A talk."), part(BARE), part("# 1. The fare."), part("- the ferry; the bus"), part("|Age|Better"))
    done = marked(Section(content=content), PACK).content
    assert [getattr(one, "decides", None) for one in done] == ["", "resolved", "resolved", "resolved", None]


@pytest.mark.parametrize("text", ["24/7", "and/or", "CYPS", "A/1", "pAF/01/15", "PAF/0115"])
def test_no_reference(text: str) -> None:
    assert REFERENCE.findall(text) == []


TEXTS = st.sampled_from(
    [
        BARE,
        THAT,
        "RESOLVED that:",
        "(a) a point",
        "# 1. A number.",
        "- (1) one; (a) AGREED that",
        "For (2)",
        "|a",
        "Text.",
    ]
)


@given(st.lists(TEXTS, max_size=20))
def test_runs_stand_in_order_and_never_over_one_another(texts: list[str]) -> None:
    found = runs(*texts)
    assert all(0 <= first <= last < len(texts) for _, first, last in found)
    assert all(before[2] < after[1] or texts[after[1]].startswith("- ") for before, after in pairwise(found))
