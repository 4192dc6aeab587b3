"""The front sheet of a pack: committee, council, day, time, place, members, contacts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from converter.meeting import Meeting
from converter.model import Kind, Line, Span
from converter.profiles import profile_named
from converter.read.text import read_text
from converter.recognise.packs.council import council_in, council_of_papers, parts_of, readable
from converter.recognise.packs.people import members_in
from converter.recognise.packs.sheet import committee_in, meeting_day, people_in, place_in, read_sheet, time_in
from converter.sidecars import NOTHING, Sidecar

PACK = profile_named("committee-pack")
PANEL = "Children and Families Scrutiny Panel"


def lines(text: str) -> tuple[Line, ...]:
    return read_text(text)[1]


def printed(*texts: str, size: float = 12.0) -> list[Line]:
    """Lines as a PDF prints them, those in stars in bold."""
    return [
        Line(Kind.TEXT, (Span(text.strip("*")),), line=at, page=1, size=size, bold=text.startswith("*"))
        for at, text in enumerate(texts)
    ]


def meeting(text: str, sidecar: Sidecar = NOTHING) -> Meeting:
    front = lines(text)
    return read_sheet(front, len(front), PACK, sidecar).meeting


# ---------------------------------------------------------------- committee


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("", ""),
        ("The committee met in March.", ""),
        ("Minutes of the Children and Families Scrutiny Committee", ""),
        ("Membership of the Children and Families Scrutiny Committee", ""),
        (PANEL, PANEL),
        (PANEL.upper(), PANEL.upper()),
        (f"Norbury\tThursday\t{PANEL}", PANEL),
        (f"Agenda for a meeting of the {PANEL} to be held on 4 May 2021", PANEL),
        ("Agenda for a meeting of the Children and\nFamilies Scrutiny Panel to be held\non 4 May 2021", PANEL),
        (f"Supplementary agenda for the {PANEL}", PANEL),
        ("Scrutiny Board (Children and Families)", "Scrutiny Board (Children and Families)"),
        (f"Ferry Cabinet\n\n{PANEL}", "Ferry Cabinet"),
        (f"NHS Norbury Integrated Care Board\n\n{PANEL}", PANEL),
        ("NHS Norbury Integrated Care Board", "NHS Norbury Integrated Care Board"),
        ("The meeting of the Select Committee will be held on 4 May 2021", ""),
    ],
)
def test_the_committee(text: str, name: str) -> None:
    assert committee_in(lines(text), PACK) == name


@pytest.mark.parametrize(
    ("front", "name"),
    [
        (printed("Children and Families", "Scrutiny Panel"), PANEL),
        (printed("Children and Families", "*Scrutiny Panel"), "Scrutiny Panel"),
        (printed("Norbury County Council", "Scrutiny Panel"), "Scrutiny Panel"),
        (printed("Ferry Cabinet", "Scrutiny Panel"), "Ferry Cabinet"),
        (printed("Children and Families", "Scrutiny Panel", size=0.0), "Scrutiny Panel"),
    ],
    ids=["two lines", "other type", "council above", "two of them", "a text file"],
)
def test_a_committee_over_two_lines_of_a_pdf(front: Sequence[Line], name: str) -> None:
    assert committee_in(front, PACK) == name


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ferry Panel", "Ferry Panel"),
        ("CHILDREN AND FAMILIES PANEL", "Children and Families Panel"),
        ("THE PANEL OF THE NORTH", "The Panel of the North"),
        ("PANEL (CHILDREN/SCHOOLS)", "Panel (Children/Schools)"),
        ("SUB-COMMITTEE", "Sub-Committee"),
        ("", ""),
    ],
)
def test_a_name_in_capitals_is_set_as_names_are(name: str, expected: str) -> None:
    assert readable(name) == expected


# ---------------------------------------------------------------- council


@pytest.mark.parametrize(
    ("texts", "name"),
    [
        ((), ""),
        (("The Council", "County Council", "Full Council", "The Borough Council"), ""),
        (("the council met in March",), ""),
        (("Norbury County Council",), "Norbury County Council"),
        (("NORBURY COUNTY COUNCIL",), "Norbury County Council"),
        (("London Borough of Eastmere",), "London Borough of Eastmere"),
        (("Shire House, Norbury County Council, Market Harle",), "Norbury County Council"),
        (("City of Kirkmoor Metropolitan District", "Council"), "City of Kirkmoor Metropolitan District Council"),
        (("Norbury County", "Council"), "Norbury County Council"),
        (("Borough of Pinecote", "Norbury County Council"), "Norbury County Council"),
        (("Norbury County Council officers will be there.",), "Norbury County Council"),
        (("A grant was paid by Norbury County Council.",), ""),
        (("A grant was paid by Essex County Council.",), "Essex County Council"),
        (("Stowle Council", "Essex County Council"), "Essex County Council"),
        (("LONDON BOROUGH OF EASTMERE",), "London Borough of Eastmere"),
        (("Royal Borough of Wynstead & Harle",), "Royal Borough of Wynstead & Harle"),
        (("City of Kirkmoor Council",), "City of Kirkmoor Council"),
        (("Comhairle nan Eilean Beag",), "Comhairle nan Eilean Beag"),
        (("Wessmoor Combined Authority", PANEL), "Wessmoor Combined Authority"),
        (("WESSMOOR COMBINED AUTHORITY",), "Wessmoor Combined Authority"),
        (("Wessmoor Combined Authority Skills Committee",), "Wessmoor Combined Authority"),
        (("North of Harle Mayoral Combined Authority",), "North of Harle Mayoral Combined Authority"),
        (("Kirkmoor City Region", PANEL), "Kirkmoor City Region"),
        (("Kirkmoor City Region Combined Authority",), "Kirkmoor City Region Combined Authority"),
        (("Norbury Fire and Rescue Authority",), "Norbury Fire and Rescue Authority"),
        (("Norbury Police Authority",), "Norbury Police Authority"),
        (("Harle Fells National Park Authority",), "Harle Fells National Park Authority"),
        (("Norbury Health and Care Partnership",), "Norbury Health and Care Partnership"),
        (("NHS Norbury and Harle Integrated Care Board",), "NHS Norbury and Harle Integrated Care Board"),
        (("NHS NORBURY",), "NHS Norbury"),
        (("Norbury Health Board",), "Norbury Health Board"),
        (("NHS England",), ""),
        (("The local authority", "Combined Authority", "the health board met"), ""),
        (("Wessmoor Combined Authority", "Norbury County Council"), "Norbury County Council"),
        ((*["Agenda"] * 6, "Wessmoor Combined Authority"), ""),
    ],
)
def test_the_council(texts: Sequence[str], name: str) -> None:
    assert council_in(texts, texts) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("", ""),
        ("The ferry of Norbury County Council is slow.", "Norbury County Council"),
        ("Norbury County Council met. So did Stowle County Council.", ""),
        ("Norbury County Council\nNorbury County Council", "Norbury County Council"),
        ("The ferry of Norbury County Council is slow, as Norbury County Council knows.", "Norbury County Council"),
        ("Norbury Council\nStowle Council\nNorbury Council\nStowle Council", ""),
        ("Norbury Council\nStowle Council\nNorbury Council", "Norbury Council"),
        ("County Council\nCounty Council", ""),
    ],
)
def test_the_council_that_papers_name(text: str, name: str) -> None:
    assert council_of_papers(lines(text)) == name


# ---------------------------------------------------------------- when and where


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("", None),
        ("May 2021", None),
        ("4 May 2021", date(2021, 5, 4)),
        ("Date: Tuesday, 4th May, 2021", date(2021, 5, 4)),
        ("Tuesday 4 May\n2021", date(2021, 5, 4)),
        ("Tuesday 4 May\tShire House\n2021\tMarket Harle", date(2021, 5, 4)),
        ("4 May 2021\n6 April 2021", date(2021, 5, 4)),
    ],
)
def test_the_day(text: str, day: date | None) -> None:
    assert meeting_day(lines(text)) == day


@pytest.mark.parametrize(
    ("texts", "time"),
    [
        ((), ""),
        (("Parking costs 3.50 and is free after the meeting has begun",), ""),
        (("in 2019 there were 40 pupils",), ""),
        (("10.00 am",), "10.00 am"),
        (("10:30",), "10:30"),
        (("6.30 p.m.",), "6.30 p.m"),
        (("Time: 2pm",), "2pm"),
        (("12 noon",), "12 noon"),
        (("Tuesday 4 May 2021 at 1630 in the City Hall",), "1630"),
        (("Tuesday 4 May 2021",), ""),
        (("Start: 14:00 hrs",), "14:00"),
        (("TUESDAY 4 MAY 2021 AT 14:00 HOURS",), "14:00"),
        (("Start: 14:00hrs",), "14:00"),
        (("This is a long line that says when tea is served: 3.15 pm", "10.00 am"), "10.00 am"),
    ],
)
def test_the_time(texts: Sequence[str], time: str) -> None:
    assert time_in(texts) == time


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", ""),
        ("The room is cold.", ""),
        ("Parking is behind the building", ""),
        ("4 May 2021 in the big room", ""),
        ("Lantern Room, Shire House", "Lantern Room, Shire House"),
        ("Lantern Room,\nMarket Harle", "Lantern Room, Market Harle"),
        ("10.00 am\tLantern Room, Shire House", "Lantern Room, Shire House"),
        ("The Panel meets on 4 May 2021 at 10.00 am in the Lantern Room, Shire House.", "Lantern Room, Shire House"),
        ("The Panel meets on 4 May 2021 in\nthe Lantern Room.", "Lantern Room"),
        ("Microsoft Teams", "Microsoft Teams"),
        ("Shire House " * 12, ""),
        ("IN COMMITTEE ROOM 6, SHIRE HOUSE", "COMMITTEE ROOM 6, SHIRE HOUSE"),
        ("TUESDAY 4 MAY 2021 AT 14:00 HOURS\nIN COMMITTEE ROOM 6, SHIRE HOUSE", "COMMITTEE ROOM 6, SHIRE HOUSE"),
        ("At the Lantern Room", "Lantern Room"),
        ("10:00\tTuesday, 4 May 2021 Lantern Room, Shire House", "Lantern Room, Shire House"),
        (
            "10:00\tTuesday, 4 May 2021 Lantern Room,\nShire House,\nMarket Harle",
            "Lantern Room, Shire House, Market Harle",
        ),
        ("Lantern Room,\nTuesday, 4 May 2021", "Lantern Room"),
    ],
)
def test_the_place(text: str, place: str) -> None:
    assert place_in(lines(text)) == place


# ---------------------------------------------------------------- who


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Labour", ()),
        ("Conservative (6)", ()),
        ("Liberal Democrat Group", ()),
        (PANEL, ()),
        ("4 May 2021", ()),
        ("and all who wish to come", ()),
        ("The members of the public are asked to be quiet", ()),
        ("Chair of the Panel", ()),
        ("A name " * 60, ()),
        ("Mrs R Applequist", ("Mrs R Applequist",)),
        ("Councillor Ann-Marie O’Dowd (Chair)", ("Councillor Ann-Marie O’Dowd (Chair)",)),
        ("Councillors I Falkirk, D Prothero and A Gosse", ("I Falkirk", "D Prothero", "A Gosse")),
        ("I Falkirk; D Prothero", ("I Falkirk", "D Prothero")),
        ("Labour: I Falkirk, D Prothero", ("I Falkirk", "D Prothero")),
        ("Falkirk, Prothero, Gosse", ("Falkirk", "Prothero", "Gosse")),
        ("Falkirk, Prothero", ()),
        ("I Falkirk MBE", ("I Falkirk MBE",)),
        ("I Falkirk, D Prothero. Co-opted Members: A Tull", ("I Falkirk", "D Prothero", "A Tull")),
        ("Magdalen de la Greystoke", ("Magdalen de la Greystoke",)),
        ("Agnes Tull (Health) – Co-Chair", ("Agnes Tull (Health) – Co-Chair",)),
        ("Agnes Tull (young carer) and I Falkirk", ("Agnes Tull (young carer)", "I Falkirk")),
        ("Agnes Tull – a plan for carers", ()),
        ("Church Representative: Mr I Falkirk; Teacher Representative: Ms A Tull", ("Mr I Falkirk", "Ms A Tull")),
        ("Voting", ()),
        ("Non-voting", ()),
    ],
)
def test_members_in_a_line(text: str, names: tuple[str, ...]) -> None:
    assert tuple(members_in(text, PACK)) == names


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("Mrs R Applequist", ()),
        ("Membership\n\nMrs R Applequist\nMr S Dunnabeck", ("Mrs R Applequist", "Mr S Dunnabeck")),
        ("Membership\n\nLabour\tGreen\nI Falkirk\tD Prothero", ("I Falkirk", "D Prothero")),
        ("Membership\n\nLabour (2): I Falkirk, D Prothero\n\nGreen: A Gosse", ("I Falkirk", "D Prothero", "A Gosse")),
        ("Membership: Councillors I Falkirk, D Prothero and A Gosse", ("I Falkirk", "D Prothero", "A Gosse")),
        (
            "Membership: Councillors I Falkirk, D Prothero\n\nRev Agnes Tull",
            ("I Falkirk", "D Prothero", "Rev Agnes Tull"),
        ),
        ("Members\n\nI Falkirk\n\nAGENDA OF THE MEETING\n\nD Prothero", ("I Falkirk",)),
        ("Members\n\nI Falkirk\n\n1. D Prothero", ("I Falkirk",)),
        ("Members\n\nAkhtar\tRavenscar\n\nDelacroix\tOttershaw", ("Akhtar", "Ravenscar", "Delacroix", "Ottershaw")),
        ("Members\n\nI Falkirk\n\nContact:\n\nPiers Nettlecombe", ("I Falkirk",)),
        ("Members\n\nLabour (2)\tDr I Falkirk\n\nWebcasting Notice\n\nAgnes Tull", ("Dr I Falkirk",)),
        ("Elected Members\n\nI Falkirk\n\nIndependent Representatives:\n\nMr A Tull", ("I Falkirk", "Mr A Tull")),
        ("Quorum: 3\n\nMrs R Applequist", ()),
        ("Sederunt: Councillors I Falkirk (Convener), D Prothero", ("I Falkirk (Convener)", "D Prothero")),
        (
            f"To: The Members of the {PANEL}\n\nCouncillor I Falkirk (Chair), Councillors D Prothero and A Gosse",
            ("Councillor I Falkirk (Chair)", "D Prothero", "A Gosse"),
        ),
        ("To: Councillors I Falkirk, D Prothero", ("I Falkirk", "D Prothero")),
        ("To note the report\n\nMrs R Applequist", ()),
        (
            "Members: I Falkirk, D Prothero\n\nCo-opted Members: Agnes Tull (carer)",
            ("I Falkirk", "D Prothero", "Agnes Tull (carer)"),
        ),
        ("Members of the Board\n\nVoting\tNon-voting\n\nI Falkirk\tD Prothero", ("I Falkirk", "D Prothero")),
        (
            "Members: I Falkirk, D Prothero\n\nSubstitutes: Councillors A Gosse, R Applequist, S Dunnabeck and A Tull",
            ("I Falkirk", "D Prothero"),
        ),
    ],
)
def test_members(text: str, members: tuple[str, ...]) -> None:
    assert meeting(text).members == members


@pytest.mark.parametrize(
    ("text", "contacts"),
    [
        ("Piers Nettlecombe", ()),
        ("For information only, the plan was sent\n\nPiers Nettlecombe", ()),
        ("Contact: Piers Nettlecombe 01632 960001", ("Piers Nettlecombe 01632 960001",)),
        ("Contact:\tPiers Nettlecombe", ("Piers Nettlecombe",)),
        ("Contact:\tPiers Nettlecombe\nTel:\t01632 960001", ("Piers Nettlecombe", "Tel: 01632 960001")),
        ("Email:\tpiers@norbury.example", ("Email: piers@norbury.example",)),
        (
            "Contact:\n\nPiers Nettlecombe\n\npiers@norbury.example\n\nNot a name",
            ("Piers Nettlecombe", "piers@norbury.example"),
        ),
        ("Clerk to the meeting: Piers Nettlecombe", ("Piers Nettlecombe",)),
        ("Date & time\tPlace\tContact\tChief\n4 May 2021\tShire House\tAgnes Tull\tExecutive", ()),
        ("Contact:\n\nPiers Nettlecombe\n\nA G E N D A\n\nA1", ("Piers Nettlecombe",)),
        ("Contact:\n\nPiers Nettlecombe\n\nItem 3\n\nMinutes", ("Piers Nettlecombe",)),
        ("Contact:\n\n" + "\n\n".join(f"Name {at}" for at in range(20)), tuple(f"Name {at}" for at in range(8))),
    ],
)
def test_contacts(text: str, contacts: tuple[str, ...]) -> None:
    assert meeting(text).contacts == contacts


PEOPLE = ("Contact:", "Agnes Tull, Scrutiny Officer", "Piers Nettlecombe, Committee Officer", "Tel: 01632 960001")


@pytest.mark.parametrize(
    ("front", "begin", "contacts"),
    [
        (printed(*PEOPLE), 4, PEOPLE[1:]),
        ([*printed(*PEOPLE), *(replace(line, line=9, page=2) for line in printed("Norbury Reserve"))], 5, PEOPLE[1:]),
        (printed(*PEOPLE, "Apologies"), 4, PEOPLE[1:]),
    ],
    ids=["each in its line", "not on the next page", "not in the agenda"],
)
def test_contacts_of_a_pdf(front: Sequence[Line], begin: int, contacts: tuple[str, ...]) -> None:
    assert tuple(people_in(front, begin, PACK).contacts) == contacts


@pytest.mark.parametrize(
    ("text", "quorum"),
    [
        ("Quorum: 4", "4"),
        ("Quorum – 6 Members", "6"),
        ("Quorum: three elected members", "three elected members"),
        ("Quorum: 4 voting members, to include one of the Council", "4 voting members"),
        ("The quorum is four", ""),
    ],
)
def test_the_quorum(text: str, quorum: str) -> None:
    assert meeting(text).quorum == quorum


CALLED = f"28 April 2021\n\nNOTICE IS HEREBY GIVEN that a Meeting of the {PANEL.upper()} "


@pytest.mark.parametrize(
    ("text", "day", "time"),
    [
        ("will be held in the Lantern Room on Tuesday 4\nMay 2021 at 2.00 pm.", date(2021, 5, 4), "2.00 pm"),
        (
            "is to be held in the Lantern Room on 4 May 2021\nat 10.30 am. Tea is at 3.00 pm",
            date(2021, 5, 4),
            "10.30 am",
        ),
        ("will take place on Tuesday, 4 May 2021", date(2021, 5, 4), ""),
        ("was held on Tuesday, 4 May 2021", date(2021, 4, 28), ""),
        ("will be held at St. Agnes Hall. It ends by 6 May 2021", date(2021, 4, 28), ""),
    ],
)
def test_the_sentence_that_calls_the_meeting(text: str, day: date, time: str) -> None:
    front = lines(f"Norbury County Council\n\n{CALLED}{text}")
    home = read_sheet(front, len(front), PACK, NOTHING)
    assert (home.day, home.meeting.time) == (day, time)


# ---------------------------------------------------------------- the whole sheet

SHEET = f"""Norbury County Council

{PANEL}

10.00 am\tTuesday, 4 May 2021\tLantern Room, Shire House

Quorum: 3

Membership

Mrs R Applequist\tMr S Dunnabeck

Contact: Piers Nettlecombe 01632 960001
"""


def test_a_sheet() -> None:
    front = lines(SHEET)
    home = read_sheet(front, len(front), PACK, NOTHING)
    assert (home.address, home.day) == ("norbury-children-and-families-scrutiny-panel/2021-05-04", date(2021, 5, 4))
    assert home.meeting == Meeting(
        PANEL,
        "Norbury County Council",
        "10.00 am",
        "Lantern Room, Shire House",
        "3",
        ("Mrs R Applequist", "Mr S Dunnabeck"),
        ("Piers Nettlecombe 01632 960001",),
    )


def test_a_sheet_that_says_nothing() -> None:
    home = read_sheet((), 0, PACK, NOTHING)
    assert (home.address, home.day, home.meeting) == ("committee/undated", None, Meeting("Committee", ""))


def test_what_a_sidecar_says_comes_first() -> None:
    own = Sidecar(title="Ferry Panel", authority="Eastmere Council", end=date(2022, 6, 1))
    home = read_sheet(lines(SHEET), 3, PACK, own)
    assert home.address == "eastmere-ferry-panel/2022-06-01"
    assert home.meeting.council == "Eastmere Council"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Members may receive supplementary papers at the meeting.", False),
        ("Supplementary planning guidance is in force across the whole of the district today", False),
        ("SUPPLEMENTARY AGENDA", True),
        ("Late papers", True),
        ("Norbury\tSupplement 1", True),
    ],
)
def test_a_supplement(text: str, expected: bool) -> None:
    assert meeting(f"{SHEET}\n\n{text}").supplement is expected


def test_an_item_of_the_agenda_makes_no_supplement() -> None:
    front = lines(f"{SHEET}\n\nLATE ITEMS")
    assert not read_sheet(front, len(front) - 1, PACK, NOTHING).meeting.supplement


def test_the_sheet_names_the_committee_before_its_agenda_does() -> None:
    front = lines(f"{PANEL}\n\nThe next meeting of the Ferry Panel will be held on 4 May 2021")
    assert read_sheet(front, 1, PACK, NOTHING).meeting.committee == PANEL


def test_the_parts_of_a_line_hold_something() -> None:
    (row,) = lines(" a \t\t b")
    assert list(parts_of(row)) == ["a", "b"]
    assert list(parts_of(Line(Kind.TEXT, (Span("a\n \nb"),)))) == ["a", "b"]
