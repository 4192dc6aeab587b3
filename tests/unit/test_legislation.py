"""Legislation that a text names becomes links where exactly one provision fits; everything else stays plain."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.link.acts import SITE, TABLE, Act, Term, legislation
from converter.link.legislation import found_in
from converter.settings import load_yaml

ROWS = load_yaml(TABLE)["acts"]
ID = re.compile(r"ukpga/(?:\d{4}|[A-Z]\w+/\d+(?:-\d+)*)/\d+|uksi/\d{4}/\d+")


def shown(text: str) -> str:
    """The text with its links in angle brackets."""
    parts, at = [], 0
    for start, end, url in found_in(text):
        assert at <= start < end <= len(text)
        parts += [text[at:start], f"<{text[start:end]} {url.removeprefix(SITE)}>"]
        at = end
    return "".join([*parts, text[at:]])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Norbury acted in 1989.",
        "the Education Act",
        "section 20 of the Children Act, in voluntary care",
        "the 1989 Act",
        "section 136 of the Mental Health Act 2005",  # there is none of that year
        "the Norbury Children Act 1989",
        "Carers and Care Act 2014",
        "the Counter-Terrorism-Terrorism Act 2000",
        "the Children Act 1989/90",
        "the Children Act 2004 (Swings and Slides) Regulations 2019",
        "the Children Act 1989 Playing Fields (England) Order 2006",
        "section 47 and police powers",
        "section 11 process",
        "Section 4.2.1 of the plan",
        "the Care Order of 2019",
    ],
)
def test_stays_plain(text: str) -> None:
    assert shown(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Children Act 1989.", "the <Children Act 1989 ukpga/1989/41>."),
        ("Children & Families Act 2014", "<Children & Families Act 2014 ukpga/2014/6>"),
        ("the Equality Act (2010) says", "the <Equality Act (2010) ukpga/2010/15> says"),
        ("Children Act, 1989", "<Children Act, 1989 ukpga/1989/41>"),
        ("the Children Acts 1989 and 2004", "the <Children Acts 1989 ukpga/1989/41> and <2004 ukpga/2004/31>"),
        ("Data Protection Act 1998 and 2018", "<Data Protection Act 1998 ukpga/1998/29> and 2018"),
        (
            "the Care Planning Placement and Case Review Regulations 2010",
            "the <Care Planning Placement and Case Review Regulations 2010 uksi/2010/959>",
        ),
        (
            "the Civil Contingencies Act (2004) (Contingency Planning) Regulations 2005",
            "the <Civil Contingencies Act (2004) (Contingency Planning) Regulations 2005 uksi/2005/2042>",
        ),
    ],
)
def test_names(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("section 136 of the Education and Inspections Act 2006", "ukpga/2006/40/section/136"),
        ("Section 15A of the Children Act 2004", "ukpga/2004/31/section/15A"),
        ("s.47 of the Children Act 1989", "ukpga/1989/41/section/47"),
        ("section 47(1)(a) of the Children Act 1989", "ukpga/1989/41/section/47"),
        ("Section 251 Local Government Act 1972", "ukpga/1972/70/section/251"),
        ("Part III of the Children Act 1989", "ukpga/1989/41/part/III"),
        ("Part 3 of the Children Act 1989", "ukpga/1989/41/part/III"),
        ("Part 3 of the Children and Families Act 2014", "ukpga/2014/6/part/3"),
        ("Schedule 2 to the Children Act 1989", "ukpga/1989/41/schedule/2"),
        ("paragraph 3 of Schedule 2 to the Children Act 1989", "ukpga/1989/41/schedule/2/paragraph/3"),
        ("paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972", "ukpga/1972/70/schedule/12A"),
        ("paragraphs 1 and 2 of Schedule 12A of the Local Government Act 1972", "ukpga/1972/70/schedule/12A"),
        ("regulation 44 of the Children’s Homes (England) Regulations 2015", "uksi/2015/541/regulation/44"),
        ("rule 9 of the Inquiry Rules 2006", "uksi/2006/1838/article/9"),
        ("section 49 of the Children and Young Persons Act 1933", "ukpga/Geo5/23-24/12/section/49"),
    ],
)
def test_one_provision_and_its_act_are_one_link(text: str, place: str) -> None:
    assert shown(f"As {text} says.") == f"As <{text} {place}> says."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "sections 17 and 47 of the Children Act 1989",
            "<sections 17 ukpga/1989/41/section/17> and <47 ukpga/1989/41/section/47> of the"
            " <Children Act 1989 ukpga/1989/41>",
        ),
        (
            "section 17 or section 20 of the Children Act 1989",
            "<section 17 ukpga/1989/41/section/17> or <section 20 ukpga/1989/41/section/20> of the"
            " <Children Act 1989 ukpga/1989/41>",
        ),
        (
            "section 20 (Children Act 1989)",
            "<section 20 ukpga/1989/41/section/20> (<Children Act 1989 ukpga/1989/41>)",
        ),
        (
            "a section 114 notice (Local Government Finance Act 1988)",
            "a <section 114 ukpga/1988/41/section/114> notice (<Local Government Finance Act 1988 ukpga/1988/41>)",
        ),
        (
            "Children Act 1989 (section 20)",
            "<Children Act 1989 ukpga/1989/41> (<section 20 ukpga/1989/41/section/20>)",
        ),
        (
            "Children Act 1989, section 20; and",
            "<Children Act 1989 ukpga/1989/41>, <section 20 ukpga/1989/41/section/20>; and",
        ),
        ("the Children Act 1989, section 5 sets out", "the <Children Act 1989 ukpga/1989/41>, section 5 sets out"),
        (
            "the Children Act 1989 and section 11 of the Children Act 2004",
            "the <Children Act 1989 ukpga/1989/41> and <section 11 of the Children Act 2004 ukpga/2004/31/section/11>",
        ),
        (
            "As section 3 says the Children Act 1989 rules",
            "As section 3 says the <Children Act 1989 ukpga/1989/41> rules",
        ),
        ("In section 3 the Children Act 1989 rules", "In section 3 the <Children Act 1989 ukpga/1989/41> rules"),
        ("section 5 below (Children Act 1989)", "section 5 below (<Children Act 1989 ukpga/1989/41>)"),
        ("Children Act 1989 section 11 of the plan", "<Children Act 1989 ukpga/1989/41> section 11 of the plan"),
        ("Article 8 of the Human Rights Act 1998", "Article 8 of the <Human Rights Act 1998 ukpga/1998/42>"),
        ("regulation 5 of the Care Act 2014", "regulation 5 of the <Care Act 2014 ukpga/2014/23>"),
        ("Section 47 (S47) enquiries", "<Section 47 (S47) ukpga/1989/41/section/47> enquiries"),
    ],
)
def test_provisions(text: str, expected: str) -> None:
    assert shown(text) == expected


def cases(kind: str) -> list[object]:
    return [
        pytest.param(term, text, id=f"{term.url.removeprefix(SITE)}-{text[:40]}")
        for term in legislation().terms
        for text in getattr(term, kind)
    ]


@pytest.mark.parametrize(("term", "text"), cases("yes"))
def test_terms_find_their_examples(term: Term, text: str) -> None:
    assert [url for _, _, url in found_in(text)] == [term.url]


@pytest.mark.parametrize(("term", "text"), cases("no"))
def test_terms_leave_their_counterexamples(term: Term, text: str) -> None:
    assert found_in(text) == ()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["title"])
def test_every_act_has_an_address_of_its_year_and_is_found(row: dict[str, str]) -> None:
    assert ID.fullmatch(row["id"])
    years = re.findall(r"\b(?:19|20)\d\d\b", row["id"].partition("/")[2].rpartition("/")[0])
    assert years in ([], [row["title"][-4:]])
    for name in (row["title"], *row.get("also", ())):
        assert shown(f"See the {name}.") == f"See the <{name} {row['id']}>."


def test_no_two_acts_share_a_name_or_an_address() -> None:
    names = [name for row in ROWS for name in (row["title"], *row.get("also", ()))]
    assert len(set(names)) == len(names)
    assert len({row["id"] for row in ROWS}) == len(ROWS)


def test_parts_have_the_figures_of_their_time() -> None:
    old = Act("Norbury Act 1989", "ukpga/1989/1", {"part": "part"})
    assert [old.provision("part", number) for number in ("4A", "XIX", "25", "VX")] == [
        f"{SITE}ukpga/1989/1/part/IVA",
        f"{SITE}ukpga/1989/1/part/XIX",
        "",
        "",
    ]


KINDS = ("section", "sections", "Schedule", "paragraphs", "Part", "s.", "Regulations", "Norbury")
NUMBERS = ("47", "1", "(1)", "(a)", "III", "and", ",", "of", "the", "–", "(", ")")
WORDS = st.sampled_from((*KINDS, *NUMBERS, "Children Act 1989", "Children Acts 1989 and 2004", "Care Act 2014"))


@given(st.lists(WORDS, max_size=25))
def test_links_never_overlap(words: list[str]) -> None:
    shown(" ".join(words))


@pytest.mark.parametrize("piece", ["1, ", "paragraphs 1, ", "(a) ", "section 1 and ", "Schedule 1, Part I of "])
def test_long_lists_of_provisions_come_to_an_end(piece: str) -> None:
    shown(f"section {piece * 500} Children Act 1989 section {piece * 500}")


def test_every_one_of_many_names_is_found() -> None:
    assert len(found_in("the Children Act 1989, a section 47 enquiry, " * 1000)) == 2000
