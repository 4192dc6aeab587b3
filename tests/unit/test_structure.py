"""The body of a document: sections, paragraphs, lists, tables, text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.model import ItemList, Label, Lines, Paragraph, Section, Table, Text, block_text, plain
from converter.profiles import profile_named
from converter.read.text import read_text
from converter.recognise.structure import sections_of, short_slug

SENTENCE = "Children in Norbury live with carers who know them well and who stay in touch when they leave home."
OTHER = "Social workers see them often, in places that the children choose, and write down what they say."


def sections(text: str, framework: str = "ilacs", entries: tuple[str, ...] = ()) -> tuple[Section, ...]:
    return sections_of(read_text(text)[1], profile_named(framework), entries)


def shape(section: Section) -> list[str]:
    """The kinds of a section's parts; a paragraph with its number and the kinds inside it."""
    return [
        f"{part.number}({' '.join(type(block).__name__ for block in part.blocks)})"
        if isinstance(part, Paragraph)
        else type(part).__name__
        for part in section.content
    ]


def shapes(text: str, framework: str = "ilacs") -> list[tuple[str, list[str]]]:
    return [(plain(section.title), shape(section)) for section in sections(text, framework)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (SENTENCE, ["Text"]),
        (f"{SENTENCE}\n\n{OTHER}", ["Text", "Text"]),
        (f"- {SENTENCE}\n- {OTHER}", ["ItemList"]),
        ("Number\tShare\n12\t40%", ["Table"]),
        ("Shire House\nCorn Street\nMarket Harle", ["Lines"]),
        (f"2019. {SENTENCE}", ["Text"]),
        (f"{SENTENCE}\n\nNumber\tShare\n12\t40%\n\n{OTHER}", ["Text", "Table", "Text"]),
    ],
    ids=["nothing", "text", "texts", "list", "table", "lines", "year", "mixed"],
)
def test_text_without_numbers_or_headings(text: str, expected: list[str]) -> None:
    assert [shape(section) for section in sections(text)] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"1. {SENTENCE}\n\n2. {OTHER}", ["1(Text)", "2(Text)"]),
        (f"1. {SENTENCE}\n- one\n- two\n\n2. {OTHER}", ["1(Text ItemList)", "2(Text)"]),
        (f"1. {SENTENCE}\n\nWithin three months:\n\n- one\n\n2. {OTHER}", ["1(Text Label ItemList)", "2(Text)"]),
        (f"1. {SENTENCE}\n\nNumber\tShare\n12\t40%\n\n2. {OTHER}", ["1(Text Table)", "2(Text)"]),
        (f"1. {SENTENCE[:-1]} and\n\ntheir brothers.\n\n2. {OTHER}", ["1(Text)", "2(Text)"]),
        (f"1. {SENTENCE}\n\n{OTHER}\n\n2. {OTHER}", ["1(Text)", "2(Text)"]),
    ],
    ids=["two", "list", "label", "table", "cut in a sentence", "cut between sentences"],
)
def test_numbered_paragraphs(text: str, expected: list[str]) -> None:
    assert [shape(section) for section in sections(text)] == [expected]


def test_a_heading_parts_sections() -> None:
    text = (
        f"{OTHER}\n\nWhat needs to improve?\n\n1. {SENTENCE}\n\n"
        f"The experiences and progress of care leavers: good\n\n2. {OTHER}"
    )
    found = sections(text)
    assert [(plain(section.title), shape(section), section.grade) for section in found] == [
        ("", ["Text"], ""),
        ("What needs to improve?", ["1(Text)"], ""),
        ("The experiences and progress of care leavers: good", ["2(Text)"], "good"),
    ]


def test_a_heading_said_again_right_below_is_the_head_of_a_table() -> None:
    text = "What needs to improve?\n\nWhat needs to improve?\n\nThe speed of help.\n\nWhat needs to improve?\n\nPlans."
    assert [len(section.content) for section in sections(text)] == [2, 1]
    graded = (
        "The experiences and progress of care leavers\n\nThe experiences and progress of care leavers: good\n\nPlans."
    )
    assert [section.grade for section in sections(graded)] == ["", "good"]


def test_a_section_without_content() -> None:
    text = f"What needs to improve?\n\nThe experiences and progress of care leavers\n\n1. {SENTENCE}"
    assert shapes(text) == [
        ("What needs to improve?", []),
        ("The experiences and progress of care leavers", ["1(Text)"]),
    ]


def test_a_grade_on_its_own_line_belongs_to_the_heading() -> None:
    found = sections(f"Safeguarding services\n\nOverall effectiveness\n\nGrade 3 (adequate)\n\n1. {SENTENCE}", "slac")
    assert (found[1].grade, found[1].area, shape(found[1])) == ("adequate", "help-and-protection", ["1(Text)"])
    assert plain(found[1].title) == "Overall effectiveness Grade 3 (adequate)"


def test_a_grade_line_away_from_a_heading_grades_nothing_above() -> None:
    found = sections(f"Safeguarding services\n\n1. {SENTENCE}\n\nGrade 3 (adequate)\n\n2. {OTHER}", "slac")
    assert found[0].grade == ""
    assert shape(found[0]) == ["1(Text)"]
    assert plain(found[1].title) == "Grade 3 (adequate)"


def test_the_publication_ends_the_last_paragraph() -> None:
    office = "The Office for Standards in Education, Children's Services and Skills (Ofsted) regulates."
    text = f"What needs to improve?\n\n1. {SENTENCE}\n\n{office}\n\n{OTHER}"
    found = sections(text)
    assert [section.role for section in found] == ["improve", "closing"]
    assert shape(found[0]) == ["1(Text)"]
    assert shape(found[1]) == ["Text", "Text"]


def test_items_keep_their_printed_letters_and_depth() -> None:
    found = sections(f"1. {SENTENCE}\n- a) keep one list\n - (iv) spend a third\n- no letter")
    part = found[0].content[0]
    assert isinstance(part, Paragraph)
    items = part.blocks[1]
    assert isinstance(items, ItemList)
    assert [(item.label, plain(item.spans), item.depth) for item in items.items] == [
        ("a)", "keep one list", 0),
        ("(iv)", "spend a third", 1),
        ("", "no letter", 0),
    ]


def test_headings_numbered_in_several_levels() -> None:
    text = (
        f"1. Purpose of report\n\n- 1.1. {SENTENCE}\n- 1.2. {OTHER}\n\n"
        f"2. Background\n\n2.1. Context\n\n- 2.1.1. {SENTENCE}"
    )
    found = sections(text, "committee-pack")
    assert [(section.number, plain(section.title), section.level, shape(section)) for section in found] == [
        ("1", "Purpose of report", 2, ["1.1(Text)", "1.2(Text)"]),
        ("2", "Background", 2, []),
        ("2.1", "Context", 3, ["2.1.1(Text)"]),
    ]


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Children in care", "children-in-care"),
        ("", "section"),
        ("中文", "section"),
        ("!!!", "section"),
        ("The effectiveness of services in taking reasonable steps to ensure that they are safe", None),
    ],
)
def test_short_slug(title: str, slug: str | None) -> None:
    found = short_slug(title)
    assert found == (slug or "the-effectiveness-of-services-in-taking-reasonable-steps")
    assert len(found) <= 60


@given(st.text(max_size=200))
def test_every_title_has_a_slug(title: str) -> None:
    assert short_slug(title)


ROWS = st.sampled_from(
    [
        *(
            "",
            "",
            SENTENCE,
            OTHER,
            "1. One sentence.",
            "2. Two sentences.",
            "3. Three of them",
            "12. Twelve.",
            "- item",
            "- a) item",
        ),
        *(" - inner", "Number\tShare", "\tGood", "What needs to improve?", "Care leavers: good", "Grade 3 (adequate)"),
        *("Short", "Short line", "and so on", "Label:", "I. Roman", "II. Roman", "1.1 Two levels", "The end of it,"),
        *(
            "You may reuse this information",
            "Option A: One",
            "18. The quality",
            "2019. 40 pupils",
            "☐ Yes",
            "¹ A note.",
        ),
    ]
)


@given(st.lists(ROWS, max_size=25), st.sampled_from(["ilacs", "sif", "slac", "unknown", "committee-pack"]))
@settings(max_examples=400)
def test_every_word_of_any_document_is_kept_in_order(rows: list[str], framework: str) -> None:
    text = "\n".join(rows)
    words: list[str] = []
    for section in sections(text, framework):
        words += [section.number, *plain(section.title).split()]
        for part in section.content:
            words += [part.number] if isinstance(part, Paragraph) else []
            words += block_text(part).split()
    expected = [word for line in read_text(text)[1] for word in line.text.split()]
    assert [word.rstrip(".") for word in words if word] == [word.rstrip(".") for word in expected]


@given(st.lists(ROWS, max_size=25))
@settings(max_examples=200)
def test_only_the_first_section_may_lack_a_title(rows: list[str]) -> None:
    found = sections("\n".join(rows))
    assert all(section.title or section.role == "closing" for section in found[1:])
    assert all(section.slug for section in found)
    kinds = (Paragraph, Text, Label, ItemList, Table, Lines)
    assert all(isinstance(part, kinds) for section in found for part in section.content)
