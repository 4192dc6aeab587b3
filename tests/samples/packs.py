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


def marks(text: str) -> tuple[tuple[str, bool], ...]:
    """Boxes, checked ones with a plus; where there are ticks and no boxes, the ticks only."""
    return tuple((name[1:], name[0] == "+") for name in names(text))


def counted(first: int, last: int) -> tuple[str, ...]:
    return tuple(str(number) for number in range(first, last + 1))


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
        Part("4", "minutes", "MINUTES of a meeting of the Children and Young People Cabinet Committee", 2, 3),
        Part("6", "paper", "Inspection of Norbury local authority children's services: what happens next", 4, 5),
        Part("6", "report", "Inspection of Norbury children's services", 6, 9),
        Part("7a", "paper", "Wharf Lane Family Hub, Port Stowle", 10, 10),
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
        "Inspection of Norbury local authority children's services: what happens next": said(
            "1. 1.1 1.2 2. 2.1 (a) (b) 2.2 3. 3.1 3.2 4. 4.1 5. 6."
        ),
        "Inspection of Norbury children's services": counted(1, ILACS_LAST),
        "Wharf Lane Family Hub, Port Stowle": counted(1, 8),
        "Children's Services Performance Scorecard": said("1. 1.1 2. 2.1"),
        "Work Programme 2020": said("1.1"),
    },
    tables={
        "Inspection of Norbury local authority children's services: what happens next": ("cost",),
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
    parts=(
        Part("3", "minutes", "MINUTES", 3, 4),
        Part("4", "paper", "Ofsted's visit to Moorside and the Children's Services Improvement Plan", 5, 6),
        Part("4", "appendix", "Who sits on the Improvement Board", 7, 7),
        Part("5", "paper", "Work Programme 2019-20", 9, 9),
    ),
    pages=10,
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
    outline=(
        (0, "Agenda", 1),
        (0, "3 MINUTES", 3),
        (0, "4 OFSTED'S VISIT TO MOORSIDE AND THE CHILDREN'S SERVICES IMPROVEMENT PLAN", 5),
        (0, "5 WORK PROGRAMME 2019-20", 9),
    ),
    blank=(8, 10),
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
        ("3", "Minutes", "1 - 2"),
        ("4", "Chair's announcements", ""),
        ("5", "Children's Services: Improvement Plan and Budget", "3 - 6"),
        ("6", "Work programme", "7 - 8"),
        ("7", "Placement contracts (paragraph 3)", ""),
    ),
    parts=(
        Part("3", "minutes", "Minutes", 2, 3),
        Part("5", "paper", "Children's Services: Improvement Plan and Budget", 4, 5),
        Part("5", "appendix", "Appendix 1 – Improvement Plan", 6, 6),
        Part("6", "paper", "Work programme", 8, 8),
    ),
    pages=9,
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
        ("resolved", "CYP/25", "To add the cost of school taxis"),
    ),
    numbers={
        "CYP/23": said("(1) (2)"),
        "CYP/24": said("(a) (b)"),
        "Children's Services: Improvement Plan and Budget": said(
            "1 1.1 1.2 2 2.1 (i) (ii) 3 3.1 3.1.1 3.1.2 3.1.3 3.2 3.2.1 3.2.2 A) B) 3.2.3 4 4.1 4.2"
        ),
        "Work programme": said("1 2 a) b)"),
    },
    tables={
        "Children's Services: Improvement Plan and Budget": ("head", "budget"),
        "Appendix 1 – Improvement Plan": ("gantt",),
    },
    boxes=marks(
        "+Key decision: Yes; -Key decision: No; -Exempt: Yes; +Exempt: No; +Age: Better; -Age: Worse; "
        "-Age: No change; +Disability: Better; -Disability: Worse; -Disability: No change; "
        "-Religion or belief: Better; -Religion or belief: Worse; +Religion or belief: No change"
    ),
    outline=(
        (0, "Agenda", 1),
        (0, "3 Minutes", 2),
        (0, "5 Children's Services: Improvement Plan and Budget", 4),
        (1, "Appendix 1 - Improvement Plan", 6),
        (0, "6 Work programme", 8),
    ),
    blank=(7, 9),
    landscape=(6,),
)

STOWLE = Truth(
    council="Stowle County Council",
    committee="People and Families Policy and Scrutiny Committee",
    date="2017-10-12",
    time="10:30",
    place="Quay Room, County Offices, Port Stowle",
    members=names(
        "G Amberley; T Brightwater; Mrs J Corvedale; F Dunmarrow; Z Estabrook; L Fairoaks; Magdalen Greystoke"
    ),
    items=(
        ("1", "Apologies and Substitution Notices", ""),
        ("2", "Declarations of Interest", ""),
        ("3", "Minutes of previous meeting", "5 - 6"),
        ("4", "Questions from the Public", ""),
        ("5", "Children Missing from Home", "7 - 10"),
        ("6", "Scrutiny tracker", "11 - 12"),
        ("7", "Date of Next Meeting", ""),
        ("8", "Urgent Business", ""),
        ("9", "Urgent Exempt Business", ""),
    ),
    parts=(
        Part("3", "minutes", "MINUTES OF A MEETING OF THE PEOPLE AND FAMILIES", 5, 6),
        Part("5", "paper", "Children Missing from Home", 7, 8),
        Part("5", "appendix", "Houses that were looked at", 9, 9),
        Part("6", "paper", "2017/18 SCRUTINY RECOMMENDATIONS TRACKER", 11, 12),
    ),
    pages=12,
    minutes_of="2017-07-13",
    minutes=(
        ("1", "Apologies and Substitutions", ""),
        ("2", "Declarations of Interest", ""),
        ("3", "Minutes of previous meeting", ""),
        ("4", "Fostering on the islands", ""),
        ("5", "Call-in: Skerrow Youth Hut", ""),
        ("6", "Date of Next Meeting", ""),
    ),
    decisions=(
        ("agreed", "4", "That the fare be paid in advance"),
        ("agreed", "4", "That a further report be brought in October 2018"),
        ("vote", "5", "voted 4:1 to ratify the decision"),
        ("noted", "6", "that the next meeting would be held on 12 October 2017"),
    ),
    numbers={
        "4": said("1) 2) 3) 4) 5) i) ii)"),
        "Children Missing from Home": said("1. 2. I. II. III. IV. 3."),
    },
    tables={"Houses that were looked at": ("houses",)},
    boxes=marks(
        "+Children under 13: Yes; -Children under 13: No; -Children under 13: Not known; "
        "+Girls and young women: Yes; -Girls and young women: No; -Girls and young women: Not known; "
        "-Children whose first language is Welsh: Yes; -Children whose first language is Welsh: No; "
        "+Children whose first language is Welsh: Not known; -Is a full assessment needed?: Yes; "
        "+Is a full assessment needed?: No"
    ),
    tracker="tracker",
    closed=(False, True, False, True, False, False, False),
    outline=(
        (0, "Agenda", 1),
        (0, "Minutes of previous meeting", 5),
        (0, "Children Missing from Home", 7),
        (0, "Scrutiny tracker", 11),
    ),
    blank=(4, 10),
    landscape=(11, 12),
)

EASTMERE = Truth(
    council="London Borough of Eastmere",
    committee="Children and Young People Scrutiny Sub-Committee",
    date="2017-06-15",
    time="6.30 pm",
    place="The Assembly Hall, Town Hall, Eastmere Broadway E99 1AA",
    members=names(
        "Aurelia Finchcombe; Babatunde Gosse; Caspian Hartnoll; Dorcas Ilesanmi; Evander Jolliffe; Mary-Kate Lovelock"
    ),
    items=(
        ("1", "Apologies for absence", ""),
        ("2", "Declarations of interest", ""),
        ("3", "Minutes of the previous meeting and actions log", "1 - 2"),
        ("4", "Chair's report and report from the Young Mayor", ""),
        ("5", "Cabinet question time: Councillor Ottoline Prewett, Cabinet Member for Children", ""),
        (
            "6",
            "Inspection of services for children in need of help and protection, children looked after and care "
            "leavers",
            "3 - 16",
        ),
        ("7", "Knife crime: young people's evidence", "To follow"),
        ("8", "Nursery Fees", "17 - 20"),
        ("8a", "Letter from parents at the Lock Street nursery", ""),
        ("C", "URGENT NON-EXEMPT MATTERS", ""),
        ("D", "EXCLUSION OF PRESS AND PUBLIC", ""),
    ),
    parts=(
        Part("3", "minutes", "Children and Young People Scrutiny Sub-Committee - Thursday, 27 April 2017", 3, 3),
        Part("3", "appendix", "Actions log", 4, 4),
        Part("6", "paper", "Inspection of services for children in need of help and protection", 5, 5),
        Part("6", "report", "Inspection of services for children in need of help and", 7, 18),
        Part("8", "paper", "Nursery Fees", 19, 19),
        Part("8", "scan", "", 20, 21),
    ),
    pages=22,
    minutes_of="2017-04-27",
    minutes=(
        ("17/31", "APOLOGIES FOR ABSENCE", "A1"),
        ("17/32", "MINUTES OF THE PREVIOUS MEETING", "A3"),
        ("17/33", "NURSERY FEES", "B6"),
        ("17/34", "POST-16 REVIEW", "B7"),
    ),
    decisions=(
        ("resolved", "17/32", "That the minutes of the meeting held on 16 March 2017"),
        ("noted", "17/33", "the report"),
        ("agreed", "17/33", "the Corporate Director write to the parents"),
        ("agreed", "17/33", "fees be looked at again on 15 June 2017"),
        ("vote", "17/34", "2 in favour and 2 against"),
    ),
    numbers={
        "17/33": said("1. 2."),
        "Inspection of services for children in need of help and protection": said("1. 1.1 2. 2.1 3. a) b) 4."),
        "Inspection of services for children in need of help and": counted(1, 40),
        "Nursery Fees": said("1. 1.1 2. 2.1"),
    },
    tables={
        "Actions log": ("log",),
        "Nursery Fees": ("form",),
    },
    boxes=marks(
        "+Age: Positive; +Disability: Negative; +Sex: Positive; -Sex: Negative; -Race: Positive; "
        "-Race: Negative; +Does the proposal need a full assessment?: Yes; "
        "-Does the proposal need a full assessment?: No; +I have read the guidance; "
        "-I have asked the equality team"
    ),
    tracker="log",
    closed=(True, False, True, False),
    outline=(
        (0, "Agenda", 1),
        (0, "3 Minutes of the previous meeting and actions log", 3),
        (1, "Actions log", 4),
        (0, "6 Inspection of services for children", 5),
        (1, "Appendix A: Inspection report", 7),
        (0, "8 Nursery Fees", 19),
        (1, "Appendix 1: Letter from parents at the Lock Street nursery", 20),
    ),
    blank=(6, 22),
    scanned=(20, 21),
)

SUPPLEMENT = Truth(
    council="London Borough of Eastmere",
    committee="Children and Young People Scrutiny Sub-Committee",
    date="2017-06-15",
    time="6.30 pm",
    place="The Assembly Hall, Town Hall, Eastmere Broadway E99 1AA",
    members=(),
    items=(("7", "Knife crime: young people's evidence", "101 - 106"),),
    parts=(
        Part("7", "paper", "Knife crime: young people's evidence", 2, 2),
        Part("7", "appendix", "Questions that the police answered", 3, 3),
        Part("7", "appendix", "Appendix 2: The way home, stop by stop", 4, 4),
        Part("7", "scan", "", 6, 6),
    ),
    pages=7,
    numbers={
        "Knife crime: young people's evidence": said("1. 1.1 1.2 2. 2.1 3. 3.1 3.2"),
        "Questions that the police answered": said("(1) (2)"),
    },
    tables={
        "Knife crime: young people's evidence": ("said",),
        "Appendix 2: The way home, stop by stop": ("stops",),
    },
    outline=(
        (0, "Supplementary agenda", 1),
        (0, "7 Knife crime: young people's evidence", 2),
        (1, "Appendix 2: Map of the way home", 4),
        (1, "Appendix 3: Poster", 6),
    ),
    blank=(5, 7),
    scanned=(6,),
    landscape=(4,),
)

HUMBERWICK = Truth(
    council="Humberwick Council",
    committee="People Scrutiny Panel",
    date="2011-03-21",
    time="2.00 p.m.",
    place="Function Room 1, Wharf House, Humberwick",
    members=names("Mrs Penhaligon; Quaife; Rudd; St Clair; Thackthwaite; Mr W Undercliffe"),
    items=(
        ("1.0", "Substitutions", ""),
        ("2.0", "Declarations of personal or personal and prejudicial interests (if any)", ""),
        ("3.0", "Minutes", ""),
        ("4.0", "Corporate Parenting: the Executive's Action Plan (Appendix B)", ""),
        ("4.1", "Discussion with the Service Director", ""),
        ("4.2", "Next stages (if any)", ""),
        ("5.0", "Decision Tracking (Appendix C)", ""),
        ("6.0", "Any other items which the chairman decides are urgent", ""),
    ),
    parts=(
        Part("3.0", "minutes", "PEOPLE SCRUTINY PANEL", 2, 2),
        Part("4.0", "paper", "Corporate Parenting: the Executive's Action Plan", 3, 3),
        Part("5.0", "paper", "Decision Tracking: 4th Quarter 2010/11", 4, 4),
    ),
    pages=4,
    minutes_of="2011-02-21",
    minutes=(
        ("219", "DECLARATIONS OF PERSONAL OR PERSONAL AND PREJUDICIAL INTERESTS (IF ANY)", ""),
        ("220", "MINUTES", ""),
        ("221", "FLOOD AND FAMILIES", "28"),
        ("222", "QUESTIONS TO ASK ABOUT CHILDREN IN CARE", "29"),
        ("223", "YOUTH BUS", "30"),
    ),
    decisions=(
        ("resolved", "220", "That the minutes of the proceedings of this panel held on 7 February 2011"),
        ("resolved", "221", "(a) That the witnesses be thanked"),
        ("resolved", "222", "That the paper be noted"),
        ("vote", "223", "The motion was lost"),
        ("recommended", "223", "That the bus be painted"),
    ),
    numbers={"Corporate Parenting: the Executive's Action Plan": said("1. 2. 3. 4. 5. (i) (ii)")},
    tables={"Decision Tracking: 4th Quarter 2010/11": ("tracker",)},
    tracker="tracker",
    closed=(True, False, False, True),
    landscape=(4,),
)

SOURCES = Path(__file__).parent / "packs"
DRAWS = {"ilacs": (draw_ilacs, curly(ilacs_text())), "sif": (draw_sif, quirky_text(SIF))}


def pack(source: str, name: str, truth: Truth, stamps: Stamps | None = None, bookmarks: bool = True) -> Pack:
    text = (SOURCES / f"{source}.txt").read_text(encoding="utf-8")
    return Pack(name, tuple(papers_of(text, DRAWS)), truth, stamps or Stamps(), bookmarks)


def packs() -> tuple[Pack, ...]:
    return (
        pack("norbury", "norbury-cabinet-committee-2020-01-14", NORBURY),
        pack("kirkmoor", "kirkmoor-scrutiny-2020-01-22", KIRKMOOR),
        pack("pinecote", "pinecote-scrutiny-2023-11-14", PINECOTE),
        pack("stowle", "stowle-scrutiny-2017-10-12", STOWLE, Stamps("Page {0} of {1}", front=True)),
        pack("eastmere", "eastmere-scrutiny-2017-06-15", EASTMERE, Stamps(margin=True)),
        pack("eastmere_supplement", "eastmere-supplement-2017-06-15", SUPPLEMENT, Stamps(first=101, margin=True)),
        pack("humberwick", "humberwick-panel-2011-03-21", HUMBERWICK, Stamps("{0}", front=True), bookmarks=False),
    )
