"""Abbreviations that a text defines, what it says that they stand for, and where."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.model import Block, Footnote, Item, ItemList, Lines, Paragraph, Report, Section, Span, Table, Term, Text
from converter.recognise.longform import long_form
from converter.recognise.meanings import same_meaning
from converter.recognise.terms import defined_in, terms_of

LEAVES_ALONE = [
    "Inspectors looked at Working Together (Ofsted 2013).",
    "The rate is higher than elsewhere (England).",
    "The help for care leavers is better (RI).",
    "The plan is clear (A), the outcome less so (B).",
    "Social workers visit often (NB not always).",
    "Paragraph one says so (P1).",
    "Ada Fenwick, Ben Ormerod and Cai Pryce (OI) inspected.",
    "The committee heard from the board (LSCB).",
    "Nobody knows what is meant by these words (XQZ).",
    "Norbury Council (N)",
    "They were housed. Children in need (of a home) waited.",
    "Care. Quality is what the Commission (CQC) looks at.",
    "The council (see the appendix (AB)) agreed.",
    "GCSEs (or equivalent) were passed by most.",
    "Cases that reached the MASH (505 out of 3,059 last year)",
    "Help came (from the Norbury hub) early (EH!).",
    "A reference (PAF/08/13) and a year (2012)",
    "H24 was renamed. Emerging infectious diseases H24 (DH)",
    "FirstMinister: First Minister",
    "N/A",
    "",
    "()",
]

FOUND = [
    ("The common assessment framework (CAF) is used.", "CAF", "common assessment framework"),
    ("Common assessment frameworks (CAFs) are used.", "CAF", "Common assessment frameworks"),
    ("Most early intervention panels (EIP’s) meet.", "EIP", "early intervention panels"),
    ("Each independent reviewing officer (‘IRO’) knows.", "IRO", "independent reviewing officer"),
    ("Four of Her Majesty’s Inspectors (HMI) came.", "HMI", "Her Majesty’s Inspectors"),
    ("The interim director of children's services (DCS)", "DCS", "director of children's services"),
    ("the multi-agency risk assessment conference (MARAC)", "MARAC", "multi-agency risk assessment conference"),
    ("Child and adolescent mental health services (CAMHS)", "CAMHS", "Child and adolescent mental health services"),
    ("special educational needs and/or disabilities (SEND)", "SEND", "special educational needs and/or disabilities"),
    ("the local authority designated officer (LADO) knows", "LADO", "local authority designated officer"),
    ("The number of looked after children (LAC) rose.", "LAC", "looked after children"),
    ("The number of children looked after (LAC) rose.", "LAC", "children looked after"),
    ("They are not in education, employment or training (NEET).", "NEET", "not in education, employment or training"),
    ("Many are in education, training or employment (EET).", "EET", "education, training or employment"),
    ("the Children in Care Council (CiCC) met", "CiCC", "Children in Care Council"),
    ("Supported by the Department for Education (DfE)", "DfE", "Department for Education"),
    ("14 Assessment and Intervention Teams (A&ITs) work", "A&IT", "Assessment and Intervention Teams"),
    ("electronic personal education plans (ePEPs) help", "ePEP", "electronic personal education plans"),
    ("the UK Health Security Agency (UKHSA) warned", "UKHSA", "UK Health Security Agency"),
    ("the Office for Standards in Education (Ofsted) said", "Ofsted", "Office for Standards in Education"),
    (
        "inspects the Children and Family Court Advisory and Support Service (Cafcass).",
        "Cafcass",
        "Children and Family Court Advisory and Support Service",
    ),
    ("tests of severe acute respiratory syndrome (SARS‑like)", "", ""),
    ("Norbury Health and WellBeing Board (HWB)", "HWB", "Health and WellBeing Board"),
    ("the health and well-being board (HWB)", "HWB", "health and well-being board"),
    ("a risk analysis in blue, red, amber, green (BRAG)", "BRAG", "blue, red, amber, green"),
    ("an exploited and missing group (EM)", "", ""),
    ("the exploited, missing and trafficked group (EMT)", "EMT", "exploited, missing and trafficked group"),
    ("Abuse, Stalking and Honour-Based Violence (ASH)", "ASH", "Abuse, Stalking and Honour-Based Violence"),
    ("the initial response social work team (IRT)", "", ""),
    ("child and adolescent mental health (CAMHS) services", "CAMHS", "child and adolescent mental health services"),
    ("child and adolescent mental health (CAMHS) staff", "CAMHS", "child and adolescent mental health staff"),
    ("child and adolescent mental health (CAMHS) workers", "CAMHS", "child and adolescent mental health"),
    ("the Norbury Safeguarding Children Board (the board, NSCB)", "NSCB", "Norbury Safeguarding Children Board"),
    ("the Norbury Safeguarding Children Board (NSCB, or ‘the board’)", "NSCB", "Norbury Safeguarding Children Board"),
    ("the Government Office for Science (also known as GO-Science)", "GO-Science", "Government Office for Science"),
    ("a public law outline (referred to as the PLO)", "PLO", "public law outline"),
    ("the multi-agency safeguarding hub, known as the MASH, is", "MASH", "multi-agency safeguarding hub"),
    ("MARAC (multi-agency risk assessment conference) meets", "MARAC", "multi-agency risk assessment conference"),
    ("sessions of WRAP (workshops to raise awareness of prevent)", "WRAP", "workshops to raise awareness of prevent"),
    ("a PAMS (parenting assessment manual) assessment", "PAMS", "parenting assessment manual"),
    ("CAF stands for common assessment framework.", "CAF", "common assessment framework"),
    ("CAF: common assessment framework", "CAF", "common assessment framework"),
    ("CAF – the common assessment framework.", "CAF", "common assessment framework"),
    ("Picture Exchange Communication Systems (PECs) help", "PECs", "Picture Exchange Communication Systems"),
    ("the Children and Young Persons Act 1933 (CYPA) applied", "CYPA", "Children and Young Persons Act 1933"),
    ("one of two  personal\nadvisers (PAs)", "PA", "personal advisers"),
]  # fmt: skip


@pytest.mark.parametrize("text", LEAVES_ALONE)
def test_leaves_alone(text: str) -> None:
    assert list(defined_in(text)) == []


@pytest.mark.parametrize(("text", "abbreviation", "meaning"), FOUND)
def test_finds(text: str, abbreviation: str, meaning: str) -> None:
    found = [(each.abbreviation, each.meaning) for each in defined_in(" ".join(text.split()))]
    assert found == ([(abbreviation, meaning)] if abbreviation else [])


def test_several_in_one_sentence() -> None:
    text = "The personal education plan (PEP) and the public law outline (PLO), both of the virtual school team (VST)."
    assert [found.abbreviation for found in defined_in(text)] == ["PEP", "PLO", "VST"]


def test_the_shortest_of_equal_fits_is_taken() -> None:
    assert long_form("CC", "Care for Children in Care Council") == (len("Care for Children in "), 0)


SOME = ("care", "and", "of", "for", "child", "Board", "agency", "plan", "the", "NHS", "Norbury’s")
WORDS = st.lists(st.sampled_from(SOME), max_size=9)


@given(WORDS, st.text("CHBAPNcf&", min_size=1, max_size=5))
def test_what_is_found_stands_in_the_text_and_begins_with_a_word(words: list[str], short: str) -> None:
    text = f"{' '.join(words)} ({short})"
    for found in defined_in(text):
        assert f"{found.meaning} (" in text
        assert found.meaning[0].lower() in found.abbreviation.lower()
        assert len(found.meaning.split()) >= 2


@given(st.text("aAbB (),.’-&/\n1", max_size=60))
def test_any_text_is_read_to_its_end(text: str) -> None:
    list(defined_in(text))


# ---------------------------------------------------------------- a report


def words(text: str) -> tuple[Span, ...]:
    return (Span(text),)


def report(*content: Paragraph | Block, title: str = "", notes: tuple[Footnote, ...] = ()) -> Report:
    sections = (Section(words(title), anchor="care", content=content),)
    return Report("norbury/2019-03-ilacs", "report", "ilacs", "", "", None, (), sections=sections, footnotes=notes)


LONG = "public law outline (PLO)"
PLO = "public law outline"


@pytest.mark.parametrize(
    ("block", "anchor"),
    [
        (Paragraph("4", (Text(words(LONG)),), "p4"), "p4"),
        (Paragraph("4", (Text(()), ItemList((Item(words(LONG), anchor="p4-b1"),))), "p4"), "p4-b1"),
        (Text(words(LONG), "care-1"), "care-1"),
        (Text(words(LONG)), "care"),
        (Lines((words("Norbury"), words(LONG)), "care-1"), "care-1"),
        (Table(((words("a"), words(LONG)),), "care-1"), "care-1"),
        (Table(((words("PLO"), words(PLO)),), "care-1"), "care-1"),
        (Table(((words("a"),), (words(LONG),)), "care-1", marks=("", "tracker-1")), "tracker-1"),
        (Text((Span("public "), Span("law outline", italic=True), Span("3", note="3"), Span(" (PLO)")), "a-1"), "a-1"),
    ],
)  # fmt: skip
def test_where_a_definition_stands(block: Paragraph | Block, anchor: str) -> None:
    assert terms_of(report(block)) == (Term("PLO", PLO, anchor),)


def test_a_heading_defines_too() -> None:
    assert terms_of(report(title=f"The {LONG}")) == (Term("PLO", PLO, "care"),)


def test_a_note_defines_where_something_refers_to_it() -> None:
    note = Footnote("1", words(f"The {LONG} came in 2014."), "1-2")
    refers = Text((Span("Courts¹"), Span("1", note="1-2")), "care-1")
    assert terms_of(report(refers, notes=(note,))) == (Term("PLO", PLO, "fn:1-2"),)
    assert terms_of(report(notes=(note,))) == ()


def test_the_front_page_defines_what_nothing_else_does() -> None:
    front = (Text(words(f"The {LONG} and the virtual school team (VST)")),)
    found = replace(report(Text(words(LONG), "care-1")), front=front)
    assert terms_of(found) == (Term("PLO", PLO, "care-1"), Term("VST", "virtual school team", ""))


def test_a_row_that_answers_not_applicable_defines_nothing() -> None:
    assert terms_of(report(Table(((words("N/A"), words("NO FURTHER ACTION")),), "care-1"))) == ()


def test_each_meaning_counts_once_and_different_ones_each() -> None:
    texts = ["A family support plan (FSP)", "Family support plans (FSPs)", "a family support process (FSP)"]
    found = terms_of(report(*(Text(words(text), f"care-{at}") for at, text in enumerate(texts, 1))))
    assert [(term.meaning, term.anchor) for term in found] == [
        ("family support plan", "care-1"),
        ("family support process", "care-3"),
    ]


# ---------------------------------------------------------------- meanings


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Independent Reviewing Officers", "independent review officer"),
        ("multi-agency safeguarding hub", "Multi Agency Safeguarding Hubs"),
        ("Multi- Agency Safeguarding Hub", "multi-agency safeguarding hub"),
        ("health and well-being board", "Health and Wellbeing Board"),
        ("personal advisers", "personal advisor"),
        ("agency decision-maker", "agency decision maker"),
        ("child and adolescent mental health", "children and adolescent mental health services"),
        ("employment, education or training", "education, training and employment"),
        ("Norbury Safeguarding Children’s Board", "Norbury’s Safeguarding Children Board"),
        ("exploitation meeting", "exploitation meetings"),
        ("public protection agency", "public protection agencies"),
    ],
)
def test_the_same_meaning(one: str, other: str) -> None:
    assert same_meaning(one, other)
    assert same_meaning(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("family support plan", "family support process"),
        ("red, amber and green", "risk assessment group"),
        ("Local Safeguarding Children Board", "Norbury Safeguarding Children Board"),
        ("police officer", "policy officer"),
        ("personal advisers", "public accounts"),
    ],
)
def test_another_meaning(one: str, other: str) -> None:
    assert not same_meaning(one, other)
    assert not same_meaning(other, one)
