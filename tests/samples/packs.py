"""The packs: seven councils, each with habits of its own, and what a reader should find in each.

Every council, place, person and figure is invented. Each truth is written by hand; pages are pages of the PDF.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from samples import make_ilacs_pdf as ilacs
from samples import quirky_pdf as quirky
from samples.pack_pdf import Block, Look, Pack, PackCanvas, Paper, Part, Scan, Stamps, Table, Text, Truth, blank, body


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


ILACS_LAST = 18  # TODO the number of its last paragraph
SIF_COVER = quirky.sif_cover("London Borough of Eastmere", "Inspection date: 6 March 2017 \u2013 30 March 2017")
SIF: tuple[quirky.Block, ...] = tuple(quirky.sif(cover=SIF_COVER))
SIF_LOOK = quirky.Look(dot_apart=2.0)


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


# ---------------------------------------------------------------- 1: a county, in the manner of Kent

NORBURY_TEST = (
    ("Measure", "Sept 2019", "<", "Nov 2019", "<", "Target", "RAG", "Comment"),
    ("^", "No.", "%", "No.", "%", "^", "^", "^"),
    ("Assessments within 45 days", "402", "88.1", "431", "92.3", "90", "GREEN", "Best month since the hub opened"),
    ("Return interviews within three days", "61", "70.1", "66", "74.2", "85", "RED", "Two posts were empty in Harle"),
    ("Care leavers in work or training", "147", "58.8", "152", "60.1", "60", "GREEN", ""),
    ("Short breaks begun within a month", "35", "81.4", "39", "79.6", "80", "AMBER", "The boats stop in a gale"),
)
NORBURY_PLAN = (
    ("Meeting", "Item", "Source", "Lead officer"),
    ("Tuesday 10 March 2020", "Annual report of the adoption partnership", "Standing item", "O Farlingham"),
    ("^", "School places in Withen Valley", "Asked for on 19 November 2019", "G Hallowdene"),
    ("Tuesday 12 May 2020", "Peer review: what was learnt", "Minute 89", "O Farlingham"),
)
NORBURY_COST = (
    ("", "2019-20 \u00a3000", "2020-21 \u00a3000"),
    ("Three social workers in Port Stowle", "48", "144"),
    ("Return interviews, second team", "0", "97"),
    ("Total", "48", "241"),
)
NORBURY = Pack(
    "norbury-cabinet-committee-2020-01-14",
    (
        Paper(
            "front",
            body(
                """
                ] Public Document Pack

                ^ Norbury County Council

                ^ AGENDA

                ^ CHILDREN AND YOUNG PEOPLE CABINET COMMITTEE

                Tuesday, 14th January, 2020, at 10.00 am :: Ask for: :: **Dorothy Larkhamby**
                Withen Room, Shire House, Market Harle :: Telephone: :: **01632 960417**

                ~ Tea and coffee will be available 15 minutes before the meeting

                ## Membership (9)

                Conservative (6): :: Mrs R Applequist (Chairman), Mr S Dunnabeck (Vice-Chairman), Mr P Ormesthorpe,
                Mr R Penhollow-Ames, Miss C Lindenhurst and Dr H Müller-Voss
                Labour (2): :: Mr A Whinfellow and Ms J Yarrowby
                Liberal Democrat (1): :: Mrs L Tavistocke

                ^ UNRESTRICTED ITEMS

                ~ (During these items the meeting is likely to be open to the public)

                1> Introduction/Webcast announcement

                2> Apologies and Substitutes

                3> Declarations of Interest by Members in items on the Agenda

                4> Minutes of the meeting held on 19 November 2019 (Pages 1 - 2)

                5> Verbal Update by the Cabinet Member

                6> 19/00087 - Inspection of Norbury local authority children's services: what happens next for the
                children whom inspectors met (Pages 3 - 8)

                7> School and Hub Proposals

                7a> 20/00003 - Wharf Lane Family Hub, Port Stowle (Pages 9 - 10)

                7b> 20/00004 - Proposal to add a classroom at St Brannock's (to follow)

                8> Children's Services Performance Scorecard (Pages 11 - 14)

                9> Work Programme 2020 (Pages 15 - 16)

                ^ EXEMPT ITEMS

                ~ (At the time of preparing the agenda there were no exempt items)

                Benedict Oyelaran // General Counsel // 01632 960400

                **Monday, 6 January 2020**
                """
            ),
            Look(tabs=150),
            bookmark="Agenda",
        ),
        Paper(
            "minutes",
            body(
                """
                ^ NORBURY COUNTY COUNCIL

                **CHILDREN AND YOUNG PEOPLE CABINET COMMITTEE**

                MINUTES of a meeting of the Children and Young People Cabinet Committee held in the Withen Room, Shire
                House, Market Harle on Tuesday, 19 November 2019.

                PRESENT: Mrs R Applequist (Chairman), Mr S Dunnabeck (Vice-Chairman), Mr P Ormesthorpe, Mr E Quarmbridge
                (Substitute for Mrs L Tavistocke), Mr A Whinfellow and Ms J Yarrowby

                ALSO PRESENT: Mr B Merrowdale

                IN ATTENDANCE: Ms O Farlingham (Corporate Director) and Mrs D Larkhamby (Democratic Services Officer)

                ^ UNRESTRICTED ITEMS

                84.> **Apologies and Substitutes** // __(Item 2)__

                _ An apology had come from Mrs Tavistocke. Mr Quarmbridge was there in her place.

                85.> **Declarations of Interest by Members in items on the Agenda** // __(Item 3)__

                _ Ms Yarrowby said that her sister fosters for the Council.

                86.> **Minutes of the meeting held on 10 September 2019** // __(Item 4)__

                _ **RESOLVED** that the minutes of the meeting held on 10 September 2019 are correctly recorded and
                that they be signed by the Chairman.

                87.> **Verbal Update by the Cabinet Member** // __(Item 5)__

                (1)>> Mr Merrowdale told the Committee of three visits:

                (a)>>> to the harbour team, whose boat was out of the water;

                (b)>>> to the Roundhouse, where a film had been shown.

                (2)>> He answered questions about the ferry and promised figures by Christmas.

                (3)>> **RESOLVED** that the update be noted.

                88.> **19/00071 - Family Hubs in the School Holidays** // __(Item 6)__

                1.>> Ms Farlingham introduced the report. In 2019, 40 families had come on the two trial days alone.

                2.>> Mr Whinfellow proposed, and Ms Yarrowby seconded, that the proposed decision be put off until
                parents in Withen Valley had been asked.

                3.>> The Chairman put the motion in paragraph 2 to the vote and the voting was as follows:

                _ **For (2)** // Mr Whinfellow, Ms Yarrowby

                _ **Against (3)** // Mrs Applequist, Mr Dunnabeck, Mr Ormesthorpe

                _ **Abstain (1)** // Mr Quarmbridge

                _ **Motion lost.**

                4.>> **RESOLVED** that the decision proposed to be taken by the Cabinet Member, to

                (i)>>> open one hub in each district at Easter, and

                (ii)>>> report on who came,

                _ be endorsed. Mr Whinfellow asked that his vote against be recorded.

                89.> **Children's Services Performance Scorecard** // __(Item 7)__

                1.>> **RESOLVED** that the report be noted and that a peer review be added to the Work Programme.
                """
            ),
            Look(footer="{0}", hang=36, pieces="word"),
            "4",
            "Agenda Item 4",
            "4 Minutes of the meeting held on 19 November 2019",
        ),
        Paper(
            "paper",
            body(
                """
                From: :: Mr B Merrowdale, Cabinet Member for Integrated Children's Services
                 :: Ms O Farlingham, Corporate Director for Children
                To: :: Children and Young People Cabinet Committee – 14 January 2020
                Subject: :: Inspection of Norbury local authority children's services: what happens next
                Decision Number: :: 19/00087
                Classification: :: **Unrestricted**
                Past Pathway of Paper: :: Corporate Parenting Panel – 3 December 2019
                Future Pathway of Paper: :: Cabinet – 27 January 2020
                Electoral Division: :: All

                **Summary:** Inspectors came in March 2019 and their report is appended. This paper says what the Council
                has done since and what it would still like to spend.

                **Recommendation(s):** // The Cabinet Committee is asked to **CONSIDER** and **ENDORSE** the spending
                in section 3, and to **NOTE** the report at Appendix 1.

                # 1. Introduction

                1.1> Six inspectors spent a week in the county. They read 36 cases and met 71 young people.

                1.2> Their report (Appendix 1, pages 5 to 8 of this pack) is better than the one before it. The
                Council sees no reason to be content.

                # 2. What was asked of the Council

                2.1> The report names four things to put right. Two of them are about time:

                (a)>> how soon a child who has been missing is asked where he or she was;

                (b)>> how long a young person in prison waits for a visit.

                2.2> The plan has been shared with the district councils. Withen Valley has yet to reply, see
                paragraph 3.2.

                # 3. Financial Implications

                3.1> What is proposed costs £241,000 in a full year.

                @cost

                3.2> Withen Valley may pay £20,000 of this, but has not said so.

                # 4. Legal Implications

                4.1> A plan had to be sent to the inspectorate within 70 working days, and was.

                # 5. Background Documents

                None

                # 6. Contact details

                @contact
                """,
                cost=Table(NORBURY_COST, (60, 20, 20), 1, shade=True),
                contact=Table(
                    (
                        (
                            "Report Author: // Odette Farlingham // 01632 960420",
                            "Relevant Director: // Nadia Stanwardine",
                        ),
                    ),
                    (50, 50),
                    ruled=False,
                ),
            ),
            Look(tabs=130, size=12, footer=""),
            "6",
            "Agenda Item 6",
            "6 19/00087 - Inspection of Norbury local authority children's services: what happens next",
        ),
        Paper(
            "report",
            item="6",
            bookmark="Appendix 1 Ofsted report March 2019",
            level=1,
            draw=draw_ilacs,
            plain=ilacs_text(),
        ),
        Paper(
            "paper",
            body(
                """
                From: :: Mr B Merrowdale, Cabinet Member for Integrated Children's Services
                To: :: Children and Young People Cabinet Committee – 14 January 2020
                Subject: :: Wharf Lane Family Hub, Port Stowle
                Decision Number: :: 20/00003
                Classification: :: **Unrestricted**
                Electoral Division: :: Stowle Harbour – Dr H Müller-Voss

                **Summary:** The lease of the old customs house ends in June.

                # Introduction

                1> The hub has been in the customs house since 2011. Its roof leaks and its rent will double.

                2> A school next door has four empty rooms with their own entrance.

                # Options

                3> The Council could stay, move next door, or share the library. Officers prefer the second.

                # Recommendation(s)

                4> The Cabinet Committee is asked to **ENDORSE** or make recommendations on the move.
                """
            ),
            Look(font="times", size=12, tabs=130),
            "7a",
            "Agenda Item 7a",
            "7a 20/00003 - Wharf Lane Family Hub, Port Stowle",
        ),
        blank(),
        Paper(
            "paper",
            body(
                """
                From: :: Ms O Farlingham, Corporate Director for Children
                To: :: Children and Young People Cabinet Committee – 14 January 2020
                Subject: :: Children's Services Performance Scorecard
                Classification: :: **Unrestricted**

                1.> **Introduction**

                1.1> The scorecard for November 2019 is at Annex A.

                2.> **Recommendation**

                2.1> The Cabinet Committee is asked to **NOTE** it.
                """
            ),
            Look(tabs=130),
            "8",
            "Agenda Item 8",
            "8 Children's Services Performance Scorecard",
        ),
        blank(),
        Paper(
            "appendix",
            (
                Text("Annex A: Scorecard, November 2019", bold=True),
                Table(NORBURY_TEST, (26, 7, 7, 7, 7, 8, 9, 29), 2, size=9),
            ),
            Look(turned="rotate", font="sans"),
            "8",
            "",
            "Annex A Scorecard",
            1,
        ),
        blank(),
        Paper(
            "paper",
            (
                *body(
                    """
                    From: :: Benedict Oyelaran, General Counsel
                    To: :: Children and Young People Cabinet Committee – 14 January 2020
                    Subject: :: Work Programme 2020
                    Classification: :: **Unrestricted**

                    **Recommendation:** The Cabinet Committee is asked to consider and **AGREE** its Work Programme.

                    1.1> Items come from the Forward Plan and from minutes such as minute 89.
                    """
                ),
                Table(NORBURY_PLAN, (22, 40, 23, 15), 1, size=10),
            ),
            Look(tabs=130),
            "9",
            "Agenda Item 9",
            "9 Work Programme 2020",
        ),
        blank(),
    ),
    Truth(
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
            "19/00087 - Inspection of Norbury local authority children's services": (NORBURY_COST,),
            "Annex A: Scorecard, November 2019": (NORBURY_TEST,),
            "Work Programme 2020": (NORBURY_PLAN,),
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
    ),
)


# ---------------------------------------------------------------- 2: a metropolitan district, in the manner of Bradford

KIRKMOOR_SEATS = (
    ("LABOUR", "CONSERVATIVE", "LIBERAL DEMOCRAT AND INDEPENDENT"),
    ("Akhtar-Boothroyd (Ch)", "Ravenscar", "Ottershaw"),
    ("Delacroix (DCh)", "Thistlewood", ""),
    ("Mbeki-Lund", "", ""),
)
KIRKMOOR_PLAN = (
    ("Theme", "Action", "Lead", "By when", "Status"),
    ("Visits", "Every visit is written up within a week", "Head of Moorside", "March 2020", "On track"),
    ("^", "Visits at weekends where parents work", "Head of Moorside", "June 2020", "Delayed"),
    ("Care leavers", "Forty homes are set aside", "Housing Partnership", "Sept 2020", "Complete"),
)
KIRKMOOR = Pack(
    "kirkmoor-scrutiny-2020-01-22",
    (
        Paper(
            "front",
            body(
                """
                ] Public Document Pack

                # Agenda for a meeting of the Children's Services Overview and Scrutiny Committee to be held on
                Wednesday, 22 January 2020 at 1630 in Committee Room 3 - Guildhall, Kirkmoor

                **Members of the Committee – Councillors**

                @seats

                **Alternates:** Councillors Ffoulkes-Adeyemi, Brannigan and St John

                **NON VOTING CO-OPTED MEMBERS** // Solveig Hartington (Teachers Secondary School Representative)

                From: :: To:
                Parveen Calderwood :: 
                City Solicitor :: Agenda Contact: Rufus Netherby - 01632 960555

                ^ A. PROCEDURAL ITEMS

                1.> **ALTERNATE MEMBERS** (Standing Order 34)

                _ The City Solicitor will say who has come in whose place.

                2.> **DISCLOSURES OF INTEREST**

                _ To receive disclosures of interests from members.

                3.> **MINUTES**

                _ **Recommended –** // That the minutes of the meeting held on 4 December 2019 be signed as a correct
                record. // (Rufus Netherby – 01632 960555)

                ^ B. OVERVIEW AND SCRUTINY ACTIVITIES

                @five

                _ The Strategic Director will present **Document "S"**, which tells members what inspectors said of
                Kirkmoor and what has changed since.

                _ **Recommended –** // (1) That the report be noted. // (2) That progress be reported in six months.

                _ (Imelda Sorrel – 01632 960556)

                @six

                _ **Document "T"** holds the draft programme.

                _ **Recommended –** // That the Work Programme be considered.

                ~ THIS AGENDA AND ACCOMPANYING DOCUMENTS HAVE BEEN PRODUCED ON RECYCLED PAPER
                """,
                seats=Table(KIRKMOOR_SEATS, (33, 33, 34), 1),
                five=Table(
                    (("4.", "OFSTED'S VISIT TO MOORSIDE AND THE CHILDREN'S SERVICES IMPROVEMENT PLAN", "1 - 6"),),
                    (7, 78, 15),
                    1,
                    ruled=False,
                ),
                six=Table((("5.", "WORK PROGRAMME 2019-20", "7 - 8"),), (7, 78, 15), 1, ruled=False),
            ),
            Look(size=11.5, tabs=230),
            bookmark="Agenda",
        ),
        Paper(
            "minutes",
            body(
                """
                # Record of a Hearing of the Children's Services Overview and Scrutiny Committee held on Wednesday,
                4 December 2019 in Committee Room 3 - Guildhall, Kirkmoor

                ] Commenced 1635 // Concluded 1850

                **Present – Councillors**

                @seats

                **Councillor Akhtar-Boothroyd in the Chair**

                Apologies: Councillor Ottershaw

                49.> **DISCLOSURES OF INTEREST**

                Councillor Mbeki-Lund disclosed that she is a governor at Moorside School (Minute 51).

                __ACTION: City Solicitor__

                50.> **MINUTES**

                **Resolved –**

                **That the minutes of the meeting held on 6 November 2019 be signed as a correct record.**

                51.> **SCHOOL ORGANISATION IN THE NORTHERN VALLEYS**

                The report of the Strategic Director, Children's Services (**Document "P"**) was about empty places in
                five schools. A Member asked why two of them had been built in 2012. It was said that a mill had been
                expected to grow.

                **Resolved –**

                (1)> **That the Strategic Director be asked to bring figures for each school in April 2020.**

                (2)> **That parents at Skelbrook be told in writing before anything is decided.**

                __ACTION: Strategic Director, Children's Services__

                52.> **ONE ADOPTION KIRKMOOR: ANNUAL REPORT**

                **Recommended –**

                **That the Executive consider a second post for the letterbox.**

                __TO BE CONSIDERED BY: The Executive__

                ] Chair

                Note: These minutes are subject to approval as a correct record at the next meeting of the Committee.

                ~ THESE MINUTES HAVE BEEN PRODUCED, WHEREVER POSSIBLE, ON RECYCLED PAPER
                """,
                seats=Table(KIRKMOOR_SEATS, (33, 33, 34), 1, ruled=False),
            ),
            Look(size=11.5),
            "3",
            "Agenda Item 3/",
            "3 MINUTES",
        ),
        blank(),
        Paper(
            "paper",
            body(
                """
                # Report of the Strategic Director, Children's Services to the meeting of the Children's Services
                Overview and Scrutiny Committee to be held on 22 January 2020

                ] S

                # Subject:

                Ofsted's visit to Moorside and the Children's Services Improvement Plan

                # Summary statement:

                Two inspectors spent two days with the Moorside teams in October 2019. Their letter praises the
                people and doubts the plan.

                @sign

                ===

                # 1. SUMMARY

                1.1> The visit looked at children in need. No grade is given after such a visit.

                # 2. BACKGROUND

                2.1> Kirkmoor was inspected in September 2018 and found inadequate overall. In 2018, 212 families were
                waiting; there are 30 today.

                2.2> The letter can be read in the library. Members had it in November.

                # 3. OTHER CONSIDERATIONS

                3.1> Three of the plan's actions matter to this Committee:

                @plan

                # 4. FINANCIAL & RESOURCE APPRAISAL

                4.1> Nothing beyond the budget agreed in February 2019.

                # 5. RISK MANAGEMENT AND GOVERNANCE ISSUES

                None.

                # 10. RECOMMENDATIONS

                10.1> That the report be noted.

                10.2> That progress be reported in six months.

                # 11. APPENDICES

                Appendix 1: Who sits on the Improvement Board

                # 12. BACKGROUND DOCUMENTS

                None.

                ===

                ] Appendix 1

                ^ Who sits on the Improvement Board

                * Éloïse Garrowby, Independent Chair

                * Parveen Calderwood, City Solicitor

                * A care leaver, who does not wish to be named here
                """,
                sign=Table(
                    (
                        (
                            "Imelda Sorrel // Strategic Director, Children's Services",
                            "Portfolio: // Children and Families",
                        ),
                        (
                            "Report Contact: Rufus Netherby // Phone: (01632) 960555",
                            "Overview & Scrutiny Area: // Children's Services",
                        ),
                    ),
                    (50, 50),
                    ruled=False,
                ),
                plan=Table(KIRKMOOR_PLAN, (16, 38, 20, 13, 13), 1, size=10, shade=True),
            ),
            Look(font="times", size=12, footer="Children's Services Improvement Plan – {0}"),
            "4",
            "Agenda Item 4/",
            "4 OFSTED'S VISIT TO MOORSIDE AND THE CHILDREN'S SERVICES IMPROVEMENT PLAN",
        ),
        blank(),
        Paper(
            "paper",
            body(
                """
                # Report of the City Solicitor to the meeting of the Children's Services Overview and Scrutiny Committee
                to be held on 22 January 2020

                ] T

                # Subject:

                Work Programme 2019-20

                1.> **Summary**

                _ The programme for the last two meetings of the year.

                2.> **Recommendations**

                2.1> That the Work Programme be considered.

                * 18 March 2020: schools in the northern valleys (Minute 51)

                * 22 April 2020: the Improvement Plan, six months on
                """
            ),
            Look(size=12),
            "5",
            "Agenda Item 5/",
            "5 WORK PROGRAMME 2019-20",
        ),
        blank(),
    ),
    Truth(
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
            "Ofsted's visit to Moorside and the Children's Services Improvement Plan": (KIRKMOOR_PLAN,),
        },
    ),
)

# ---------------------------------------------------------------- 3: a unitary council, Modern.gov's own front sheet

PINECOTE_BUDGET = (
    ("Service", "Revenue", "<", "<", "Capital"),
    ("^", "Budget \u00a3m", "Forecast \u00a3m", "Variance \u00a3m", "\u00a3m"),
    ("Children in care", "21.40", "23.95", "2.55", "0.60"),
    ("Early help", "4.10", "3.90", "(0.20)", "-"),
    ("Special educational needs", "9.75", "9.75", "0.00", "1.25"),
)
PINECOTE_HEAD = (
    ("Report title:", "Children's Services: Improvement Plan and Budget", "<", "<"),
    ("Date of meeting:", "14 November 2023", "Report number:", "CYP/14/2023"),
    ("Report of:", "Director of Children's Services", "Ward(s) affected:", "All"),
    ("Key decision:", "\u2612 Yes \u2610 No", "Exempt:", "\u2610 Yes \u2612 No"),
)
PINECOTE_GANTT = (
    ("No.", "What was found", "What the Council will do", "Owner", "Start", "End", "Measure", "Status"),
    (
        "1",
        "Plans that say little",
        "Write plans with families, in their words",
        "Tamsin Oyewole",
        "Nov 23",
        "Mar 24",
        "9 in 10 plans graded good by March",
        "Started",
    ),
    (
        "2",
        "Too many agency workers",
        "Pay a bonus of \u00a32,000 after a year",
        "Priya Hallam",
        "Dec 23",
        "Dec 24",
        "Agency posts under 15%",
        "Not started",
    ),
    (
        "3",
        "Late health checks",
        "A nurse in each of three teams",
        "Dr N\u00ed Bhriain",
        "Sept 23",
        "Jan 24",
        "All checks in 20 working days",
        "Complete",
    ),
)
PINECOTE = Pack(
    "pinecote-scrutiny-2023-11-14",
    (
        Paper(
            "front",
            body(
                """
                ] Public Document Pack

                @sheet

                Notice is given of the following meeting. Councillors are asked to bring their own cup.

                @agenda

                # Part 2 – Exempt items

                The public may be asked to leave for the item below.

                @exempt

                **Membership:** Councillors Ibironke Falkirk (Chair), Dewi Prothero (Vice-Chair), Ann-Marie O'Dowd,
                Sukhdev Gill-Harker, Tobias Wenlock, Xanthe Marlowe and Cornelius Blyth // **Co-opted:** Rev Agnes Tull
                (Diocese); Mr Ravi Sandiford (parent governor) // **Quorum:** 3
                """,
                sheet=Table(
                    (
                        ("Borough of Pinecote // Children and Young People Scrutiny Committee", "<"),
                        ("Date:", "Tuesday, 14 November 2023"),
                        ("Time:", "6.30 p.m."),
                        ("Venue:", "Council Chamber, Civic Offices, Larch Road, Pinecote"),
                        ("Contact:", "Bettina Quarrington (01632 960831) democracy@pinecote.example"),
                    ),
                    (20, 80),
                    1,
                ),
                agenda=Table(
                    (
                        ("", "**Part 1 – Public items**", "**Page**"),
                        ("1.", "**Apologies for absence**", ""),
                        (
                            "2.",
                            "**Declarations of interest** // Members should say what they have and then stay or go.",
                            "",
                        ),
                        (
                            "3.",
                            "**Minutes** // To confirm the minutes of the meeting held on 12 September 2023.",
                            "3 - 6",
                        ),
                        ("4.", "**Chair's announcements** // (6.40 p.m.)", ""),
                        (
                            "5.",
                            "**Children's Services: Improvement Plan and Budget** // Report of the Director of Children's "
                            "Services. // (6.45 p.m.)",
                            "7 - 12",
                        ),
                        ("6.", "**Work programme** // (8.15 p.m.)", "13 - 14"),
                    ),
                    (8, 77, 15),
                    ruled=False,
                ),
                exempt=Table((("7.", "**Placement contracts** (paragraph 3)", ""),), (8, 77, 15), ruled=False),
            ),
            Look(font="sans"),
            bookmark="Agenda",
        ),
        Paper(
            "minutes",
            body(
                """
                ^ Children and Young People Scrutiny Committee

                ~ Tuesday, 12 September 2023

                ~ Minutes

                Attendance: :: Councillors Falkirk (Chair), Prothero, O'Dowd, Gill-Harker, Wenlock, Marlowe, Blyth; Rev Tull
                Apologies: :: Mr Sandiford
                Officers: :: Tamsin Oyewole, Director of Children's Services; Bettina Quarrington, Governance Officer

                CYP/21> **Declarations of interest**

                _ None.

                CYP/22> **Minutes**

                _ RESOLVED: that the minutes of 4 July 2023 be approved and signed.

                CYP/23> **Call-in: Pinecote Lane Children's Home**

                _ Councillor Wenlock spoke for the four Members who had called the decision in. The Director answered
                that the house had stood empty since 2021 and cost £900 a week.

                _ A motion to send the decision back to the Executive was moved by Councillor Marlowe, seconded by
                Councillor Blyth, and **lost** (3 for, 4 against, 1 abstention).

                _ A recorded vote was then taken on the recommendation in the report:

                _ FOR: Councillors Falkirk, Prothero, O'Dowd, Gill-Harker and Rev Tull (5) // AGAINST: Councillors Marlowe
                and Blyth (2) // ABSTENTION: Councillor Wenlock (1)

                _ **RESOLVED:**

                (1)>> That the decision of the Executive be upheld (5 for, 2 against, 1 abstention).

                (2)>> That neighbours be invited to see the house before children move in.

                CYP/24> **Early help: what families say**

                _ The Committee NOTED a film by six parents and thanked them.

                _ It was AGREED that:

                (a)>> the film be shown to all new Members; and

                (b)>> waiting times be brought to the meeting of 14 November 2023.

                CYP/25> **Work programme**

                _ Decision: To add the cost of school taxis.

                _ The meeting closed at 8.52 p.m.
                """
            ),
            Look(font="sans", hang=50, footer="{0}"),
            "3",
            "Agenda Item 3",
            "3 Minutes",
        ),
        Paper(
            "paper",
            body(
                """
                @head

                # 1 Purpose of the report

                1.1> To show the Committee the Improvement Plan (Appendix 1) and what it costs.

                1.2> To say where the money for 2023/24 stands. In 2022, 14 more children came into care than left it.

                # 2 Recommendations

                2.1> That the Committee:

                (i)>> notes the Plan;

                (ii)>> tells the Executive what it thinks of action 2, see Appendix 1.

                # 3 Background

                3.1> **The inspection**

                3.1.1>> Inspectors came in May 2023. They found that leaders know what is wrong.

                3.1.2>> They also found that families do not, since plans are written for somebody else.

                3.2> **The budget**

                3.2.1>> The table shows the forecast at the end of September.

                @budget

                3.2.2>> Children in care cost more because four homes closed.

                # 4 Implications

                4.1> **Financial:** as in section 3.2. // **Legal:** the Plan must be sent within 70 working days.

                4.2> **Equality:** see the tick boxes below.

                @tick

                # Appendices

                Appendix 1 – Improvement Plan

                # Background papers

                None.
                """,
                head=Table(PINECOTE_HEAD, (20, 35, 22, 23)),
                budget=Table(PINECOTE_BUDGET, (34, 16, 17, 17, 16), 2, size=10, shade=True),
                tick=Table(
                    (
                        ("Does the proposal affect any of these groups?", "Better", "Worse", "No change"),
                        ("Age", "\u2612", "\u2610", "\u2610"),
                        ("Disability", "\u2612", "\u2610", "\u2610"),
                        ("Religion or belief", "\u2610", "\u2610", "\u2612"),
                    ),
                    (55, 15, 15, 15),
                    1,
                ),
            ),
            Look(font="sans", header="Borough of Pinecote", footer="CYP/14/2023 page {0}", hang=42),
            "5",
            "Agenda Item 5",
            "5 Children's Services: Improvement Plan and Budget",
        ),
        Paper(
            "appendix",
            (
                Text("Appendix 1 – Improvement Plan", bold=True, grow=3),
                Table(PINECOTE_GANTT, (5, 15, 24, 13, 8, 8, 17, 10), 1, size=9.5, shade=True),
            ),
            Look(font="sans", turned="box"),
            "5",
            "",
            "Appendix 1 - Improvement Plan",
            1,
        ),
        blank(),
        Paper(
            "paper",
            body(
                """
                # Work programme 2023/24

                Report of the Governance Officer

                1> The programme stands as agreed at minute CYP/25.

                2> Members may add to it.

                a)>> Taxis: January 2024

                b)>> Homes: March 2024
                """
            ),
            Look(font="sans"),
            "6",
            "Agenda Item 6",
            "6 Work programme",
        ),
    ),
    Truth(
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
            "Children's Services: Improvement Plan and Budget": (PINECOTE_HEAD, PINECOTE_BUDGET),
            "Appendix 1 – Improvement Plan": (PINECOTE_GANTT,),
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
    ),
)


def packs() -> tuple[Pack, ...]:
    return (NORBURY, KIRKMOOR, PINECOTE)
