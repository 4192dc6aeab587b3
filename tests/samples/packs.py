"""What a reader should find in each pack of `packs/`, and the inspection reports that two of them hold.

Every council, place, person and figure is invented. Each truth is written by hand; pages are pages of the PDF.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from samples import make_ilacs_pdf as ilacs
from samples import quirky_pdf as quirky
from samples.pack_pdf import Pack, PackCanvas, Part, Stamps, Truth, curly, papers_of


def names(text: str) -> tuple[str, ...]:
    return tuple(text.split("; "))


def said(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def counted(first: int, last: int) -> tuple[str, ...]:
    return tuple(str(number) for number in range(first, last + 1))


# ---------------------------------------------------------------- the inspection reports inside


def draw_ilacs(canvas: PackCanvas) -> None:
    """The pages of reports/norbury-2019-ilacs.pdf, set by the module that wrote it."""
    ilacs.write(Path(os.devnull), canvasmaker=lambda *_, **__: canvas)


def ilacs_text() -> str:
    rows = [f"{label}\t{grade}" for label, grade in ilacs.JUDGEMENTS]
    parts = [ilacs.TITLE, *ilacs.COVER, ilacs.NOTICE, "\n".join(rows), *ilacs.SUMMARY, ilacs.IMPROVE_HEADING]
    parts += [f"- {text}" for text in ilacs.IMPROVE]
    number = 0
    for heading, texts in ilacs.SECTIONS:
        parts.append(heading)
        parts += [f"{number + at}. {text}" for at, text in enumerate(texts, 1)]
        number += len(texts)
    return "\n\n".join([*parts, *ilacs.CLOSING])


ILACS_LAST = 23
SIF_COVER = quirky.sif_cover("London Borough of Eastmere", "Inspection date: 6 March 2017 \u2013 30 March 2017")
SIF_LOOK = quirky.Look(dot_apart=2.0, footer=("Inspection of Eastmere", "6 to 30 March 2017"))


def eastmere(block: quirky.Block) -> quirky.Block:
    if isinstance(block, quirky.Rows | quirky.NewPage):
        return block
    return replace(block, text=block.text.replace("Norbury", "Eastmere").replace("2 May 2019", "2 June 2017"))


SIF = tuple(map(eastmere, quirky.sif(cover=SIF_COVER)))


def draw_sif(canvas: PackCanvas) -> None:
    setter = quirky.Setter(canvas, SIF_LOOK)
    for block in SIF:
        setter.block(block)
    setter.finish_page()


def quirky_text(blocks: Sequence[quirky.Block]) -> str:
    parts = []
    for block in blocks:
        match block:
            case quirky.Numbered(number, text):
                parts.append(f"{number}. {text}")
            case quirky.Bullet(text, level):
                parts.append(f"{'  ' * (level - 1)}- {text}")
            case quirky.Heading(text) | quirky.Plain(text):
                parts.append(text)
            case quirky.Rows(rows):
                parts.append("\n".join(f"{label}\t{grade}" for label, grade in rows))
    return "\n\n".join(parts)


NORBURY = Truth(
    council="Norbury County Council",
    committee="Children and Young People Cabinet Committee",
    date="2020-01-14",
    time="10.00 am",
    place="Withen Room, Shire House, Market Harle",
    members=names(
        "Mrs R Applequist; Mr S Dunnabeck; Mr P Ormesthorpe; Mr R Penhollow-Ames; Miss C Lindenhurst; "
        "Dr H Müller-Voss; Mr A Whinfellow; Ms J Yarrowby; Mrs L Tavistocke"
    ),
    items=(
        ("1", "Introduction/Webcast announcement", ""),
        ("2", "Apologies and Substitutes", ""),
        ("3", "Declarations of Interest by Members in items on the Agenda", ""),
        ("4", "Minutes of the meeting held on 19 November 2019", "1 - 2"),
        ("5", "Verbal Update by the Cabinet Member", ""),
        (
            "6",
            "19/00087 - Inspection of Norbury local authority children's services: what happens next for the "
            "children whom inspectors met",
            "3 - 8",
        ),
        ("7", "School and Hub Proposals", ""),
        ("7a", "20/00003 - Wharf Lane Family Hub, Port Stowle", "9 - 10"),
        ("7b", "20/00004 - Proposal to add a classroom at St Brannock's", ""),
        ("8", "Children's Services Performance Scorecard", "11 - 14"),
        ("9", "Work Programme 2020", "15 - 16"),
    ),
    parts=(
        Part("4", "minutes", "Minutes of the meeting held on 19 November 2019", 2, 3),
        Part("6", "paper", "19/00087 - Inspection of Norbury local authority children's services", 4, 5),
        Part("6", "report", "Inspection of Norbury children's services", 6, 9),
        Part("7a", "paper", "20/00003 - Wharf Lane Family Hub, Port Stowle", 10, 10),
        Part("8", "paper", "Children's Services Performance Scorecard", 12, 12),
        Part("8", "appendix", "Annex A: Scorecard, November 2019", 14, 14),
        Part("9", "paper", "Work Programme 2020", 16, 16),
    ),
    pages=17,
    minutes_of="2019-11-19",
    minutes=(
        ("84", "Apologies and Substitutes", "2"),
        ("85", "Declarations of Interest by Members in items on the Agenda", "3"),
        ("86", "Minutes of the meeting held on 10 September 2019", "4"),
        ("87", "Verbal Update by the Cabinet Member", "5"),
        ("88", "19/00071 - Family Hubs in the School Holidays", "6"),
        ("89", "Children's Services Performance Scorecard", "7"),
    ),
    decisions=(
        ("resolved", "86", "that the minutes of the meeting held on 10 September 2019"),
        ("resolved", "87", "that the update be noted"),
        ("vote", "88", "For (2)"),
        ("resolved", "88", "that the decision proposed to be taken by the Cabinet Member"),
        ("resolved", "89", "that the report be noted and that a peer review"),
    ),
    numbers={
        "87": said("(1) (a) (b) (2) (3)"),
        "88": said("1. 2. 3. 4. (i) (ii)"),
        "89": said("1."),
        "19/00087 - Inspection of Norbury local authority children's services": said(
            "1. 1.1 1.2 2. 2.1 (a) (b) 2.2 3. 3.1 3.2 4. 4.1 5. 6."
        ),
        "Inspection of Norbury children's services": counted(1, ILACS_LAST),
        "20/00003 - Wharf Lane Family Hub, Port Stowle": said("1 2 3 4"),
        "Children's Services Performance Scorecard": said("1. 1.1 2. 2.1"),
        "Work Programme 2020": said("1.1"),
    },
    tables={
        "19/00087 - Inspection of Norbury local authority children's services": ("cost",),
        "Annex A: Scorecard, November 2019": ("test",),
        "Work Programme 2020": ("plan",),
    },
    outline=(
        (0, "Agenda", 1),
        (0, "4 Minutes of the meeting held on 19 November 2019", 2),
        (0, "6 19/00087 - Inspection of Norbury local authority children's services: what happens next", 4),
        (1, "Appendix 1 Ofsted report March 2019", 6),
        (0, "7a 20/00003 - Wharf Lane Family Hub, Port Stowle", 10),
        (0, "8 Children's Services Performance Scorecard", 12),
        (1, "Annex A Scorecard", 14),
        (0, "9 Work Programme 2020", 16),
    ),
    blank=(11, 13, 15, 17),
    landscape=(14,),
)

KIRKMOOR = Truth(
    council="City of Kirkmoor Metropolitan District Council",
    committee="Children's Services Overview and Scrutiny Committee",
    date="2020-01-22",
    time="1630",
    place="Committee Room 3 - Guildhall, Kirkmoor",
    members=names("Akhtar-Boothroyd; Delacroix; Mbeki-Lund; Ravenscar; Thistlewood; Ottershaw"),
    items=(
        ("1", "ALTERNATE MEMBERS (Standing Order 34)", ""),
        ("2", "DISCLOSURES OF INTEREST", ""),
        ("3", "MINUTES", ""),
        ("4", "OFSTED'S VISIT TO MOORSIDE AND THE CHILDREN'S SERVICES IMPROVEMENT PLAN", "3 - 6"),
        ("5", "WORK PROGRAMME 2019-20", "7 - 8"),
    ),
    parts=(),
    pages=0,
    minutes_of="2019-12-04",
    minutes=(
        ("49", "DISCLOSURES OF INTEREST", ""),
        ("50", "MINUTES", ""),
        ("51", "SCHOOL ORGANISATION IN THE NORTHERN VALLEYS", ""),
        ("52", "ONE ADOPTION KIRKMOOR: ANNUAL REPORT", ""),
    ),
    decisions=(
        ("resolved", "50", "That the minutes of the meeting held on 6 November 2019"),
        ("resolved", "51", "That the Strategic Director be asked to bring figures"),
        ("resolved", "51", "That parents at Skelbrook be told in writing"),
        ("recommended", "52", "That the Executive consider a second post"),
    ),
    numbers={
        "51": said("(1) (2)"),
        "Ofsted's visit to Moorside and the Children's Services Improvement Plan": said(
            "1. 1.1 2. 2.1 2.2 3. 3.1 4. 4.1 5. 10. 10.1 10.2 11. 12."
        ),
        "Work Programme 2019-20": said("1. 2. 2.1"),
    },
    tables={
        "Ofsted's visit to Moorside and the Children's Services Improvement Plan": ("plan",),
    },
)

PINECOTE = Truth(
    council="Borough of Pinecote",
    committee="Children and Young People Scrutiny Committee",
    date="2023-11-14",
    time="6.30 p.m.",
    place="Council Chamber, Civic Offices, Larch Road, Pinecote",
    members=names(
        "Ibironke Falkirk; Dewi Prothero; Ann-Marie O'Dowd; Sukhdev Gill-Harker; Tobias Wenlock; Xanthe Marlowe; "
        "Cornelius Blyth; Rev Agnes Tull; Mr Ravi Sandiford"
    ),
    items=(
        ("1", "Apologies for absence", ""),
        ("2", "Declarations of interest", ""),
        ("3", "Minutes", "3 - 6"),
        ("4", "Chair's announcements", ""),
        ("5", "Children's Services: Improvement Plan and Budget", "7 - 12"),
        ("6", "Work programme", "13 - 14"),
        ("7", "Placement contracts (paragraph 3)", ""),
    ),
    parts=(),
    pages=0,
    minutes_of="2023-09-12",
    minutes=(
        ("CYP/21", "Declarations of interest", ""),
        ("CYP/22", "Minutes", ""),
        ("CYP/23", "Call-in: Pinecote Lane Children's Home", ""),
        ("CYP/24", "Early help: what families say", ""),
        ("CYP/25", "Work programme", ""),
    ),
    decisions=(
        ("resolved", "CYP/22", "that the minutes of 4 July 2023"),
        ("vote", "CYP/23", "3 for, 4 against, 1 abstention"),
        ("vote", "CYP/23", "FOR: Councillors Falkirk"),
        ("resolved", "CYP/23", "That the decision of the Executive be upheld"),
        ("resolved", "CYP/23", "That neighbours be invited to see the house"),
        ("noted", "CYP/24", "a film by six parents"),
        ("agreed", "CYP/24", "the film be shown to all new Members"),
        ("agreed", "CYP/24", "waiting times be brought to the meeting"),
        ("agreed", "CYP/25", "To add the cost of school taxis"),
    ),
    numbers={
        "CYP/23": said("(1) (2)"),
        "CYP/24": said("(a) (b)"),
        "Children's Services: Improvement Plan and Budget": said(
            "1 1.1 1.2 2 2.1 (i) (ii) 3 3.1 3.1.1 3.1.2 3.2 3.2.1 3.2.2 4 4.1 4.2"
        ),
        "Work programme": said("1 2 a) b)"),
    },
    tables={
        "Children's Services: Improvement Plan and Budget": ("head", "budget"),
        "Appendix 1 – Improvement Plan": ("gantt",),
    },
    boxes=(
        ("Key decision: Yes", True),
        ("Key decision: No", False),
        ("Exempt: Yes", False),
        ("Exempt: No", True),
        ("Age: Better", True),
        ("Age: Worse", False),
        ("Age: No change", False),
        ("Disability: Better", True),
        ("Disability: Worse", False),
        ("Disability: No change", False),
        ("Religion or belief: Better", False),
        ("Religion or belief: Worse", False),
        ("Religion or belief: No change", True),
    ),
)


STOWLE = EASTMERE = SUPPLEMENT = HUMBERWICK = PINECOTE

SOURCES = Path(__file__).parent / "packs"
DRAWS = {"ilacs": (draw_ilacs, curly(ilacs_text())), "sif": (draw_sif, quirky_text(SIF))}


def pack(source: str, name: str, truth: Truth, stamps: Stamps | None = None, bookmarks: bool = True) -> Pack:
    text = (SOURCES / f"{source}.txt").read_text(encoding="utf-8")
    return Pack(name, tuple(papers_of(text, DRAWS)), truth, stamps or Stamps(), bookmarks)


def packs() -> tuple[Pack, ...]:
    counted_from_front = Stamps("Page {0} of {1}", front=True)
    return (
        pack("norbury", "norbury-cabinet-committee-2020-01-14", NORBURY),
        pack("kirkmoor", "kirkmoor-scrutiny-2020-01-22", KIRKMOOR),
        pack("pinecote", "pinecote-scrutiny-2023-11-14", PINECOTE),
        pack("stowle", "stowle-scrutiny-2017-10-12", STOWLE, counted_from_front),
        pack("eastmere", "eastmere-scrutiny-2017-06-15", EASTMERE, Stamps(margin=True)),
        pack("eastmere_supplement", "eastmere-supplement-2017-06-15", SUPPLEMENT, Stamps(first=101, margin=True)),
        pack("humberwick", "humberwick-panel-2011-03-21", HUMBERWICK, Stamps("{0}", front=True), bookmarks=False),
    )
