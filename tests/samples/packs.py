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

                4> Minutes of the meeting held on 19 November 2019 (Pages 1 - 4)

                5> Verbal Update by the Cabinet Member

                6> 19/00087 - Inspection of Norbury local authority children's services: what happens next for the
                children whom inspectors met (Pages 5 - 12)

                7> School and Hub Proposals

                7a> 20/00003 - Wharf Lane Family Hub, Port Stowle (Pages 13 - 14)

                7b> 20/00004 - Proposal to add a classroom at St Brannock's (to follow)

                8> Children's Services Performance Scorecard (Pages 15 - 18)

                9> Work Programme 2020 (Pages 19 - 20)

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

                1.2> Their report (Appendix 1, pages 9 to 12 of this pack) is better than the one before it. The
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
                    (("Report Author: // Odette Farlingham // 01632 960420", "Relevant Director: // Nadia Stanwardine"),),
                    (50, 50),
                    ruled=False,
                ),
            ),
            Look(tabs=130, size=12, footer=""),
            "6",
            "Agenda Item 6",
            "6 19/00087 - Inspection of Norbury local authority children's services: what happens next",
        ),
        blank(),
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
            (Text("Annex A: Scorecard, November 2019", bold=True), Table(NORBURY_TEST, (26, 7, 7, 7, 7, 8, 9, 29), 2, size=9)),
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
        members=(
            "Mrs R Applequist", "Mr S Dunnabeck", "Mr P Ormesthorpe", "Mr R Penhollow-Ames", "Miss C Lindenhurst",
            "Dr H Müller-Voss", "Mr A Whinfellow", "Ms J Yarrowby", "Mrs L Tavistocke",
        ),
        items=(
            ("1", "Introduction/Webcast announcement", ""),
            ("2", "Apologies and Substitutes", ""),
            ("3", "Declarations of Interest by Members in items on the Agenda", ""),
            ("4", "Minutes of the meeting held on 19 November 2019", "1 - 4"),
            ("5", "Verbal Update by the Cabinet Member", ""),
            ("6", "19/00087 - Inspection of Norbury local authority children's services: what happens next for the "
             "children whom inspectors met", "5 - 12"),
            ("7", "School and Hub Proposals", ""),
            ("7a", "20/00003 - Wharf Lane Family Hub, Port Stowle", "13 - 14"),
            ("7b", "20/00004 - Proposal to add a classroom at St Brannock's", ""),
            ("8", "Children's Services Performance Scorecard", "15 - 18"),
            ("9", "Work Programme 2020", "19 - 20"),
        ),
        parts=(),
        pages=0,
    ),
)


def packs() -> tuple[Pack, ...]:
    return (NORBURY,)
