"""Write reports/norbury-2019-ilacs.pdf, a sample report about a fictional county.

The words are kept here as data, so that a test can compare what the converter reads with what was
printed. The same words give the same bytes on every run (``invariant=1``).

    python tests/samples/make_ilacs_pdf.py [OUTPUT.pdf]
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    NextPageTemplate,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

OUTPUT = Path(__file__).resolve().parents[2] / "reports" / "norbury-2019-ilacs.pdf"


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text in which blank lines divide them."""
    return [" ".join(part.split()) for part in text.strip().split("\n\n")]


TITLE = "Inspection of Norbury children's services"
DATES = "4 to 15 March 2019"
COVER = [
    f"Inspection dates: {DATES}",
    "Lead inspector: Oliver Tarnbrooke, Her Majesty's Inspector",
]
NOTICE = "Norbury is a fictional county. This report is a sample, written for the Pinpoint project."

JUDGEMENTS = [
    ("The impact of leaders on social work practice with children and families", "Outstanding"),
    (
        "The experiences and progress of children who need help and protection",
        "Requires improvement to be good",
    ),
    ("The experiences and progress of children in care and care leavers", "Good"),
    ("Overall effectiveness", "Good"),
]

SUMMARY = paragraphs("""
Norbury's children are better served than they were in June 2015, when the county was found to
require improvement. A new team of leaders has built a service that staff are proud of, and
children in care and care leavers have gained most from it. Help and protection have improved too,
but not everywhere: on the coast, some children in need still wait too long for a plan that
changes anything.

Leaders told inspectors exactly this on the first morning, and the evidence bore them out. Neither
they nor the county exist: like its companions of 2011 and 2015, this report was written for
Pinpoint, to show a reader and a computer what such a report looks like.
""")

IMPROVE_HEADING = "What needs to improve"
IMPROVE = [
    "The pace and purpose of plans for children in need, above all in Port Stowle.",
    "How soon children who have been missing are asked about it, and by whom.",
    "The quality of written agreements that ask a parent to keep a violent partner away.",
    "The support for care leavers who live outside Norbury, including those in prison.",
]

HELP_AND_PROTECTION = paragraphs("""
Families can find help early and close to home. The nine family hubs see about 2,000 families a
year, and hub workers stay with a family for as long as they are useful, not for a set number of
weeks. A hub on wheels, a converted library van, visits 31 villages.

The single referral team in Market Harle deals with concerns well. Experienced social workers pick
up the telephone themselves, ask for parents' consent as a matter of course and tell the caller
what will happen next. Thresholds, which used to differ from one district to another, are now
applied alike across the county.

Children at risk of harm are seen quickly. Strategy meetings bring together the police, health
staff and the child's school, and the minutes show who will do what. At night and at weekends an
experienced duty team does the same work to the same standard.

Assessments have become shorter and better. Social workers write them to the child, beginning with
the child's name and what he or she enjoys, and a reader of any age can tell what the worry is.
Fathers are nearly always included. In a few cases the history of older brothers and sisters was
overlooked.

Plans for children in need are the weak point. In Harle and Withen Valley they are brief and to
the purpose. In Port Stowle, where two team managers left in the autumn, inspectors read plans
that had run for more than a year while nothing at home had changed, and meetings that were put
off because one person could not come. Nine children were living with neglect that everybody had
described and nobody had stopped. Managers acted at once when these cases were pointed out.

Child protection conferences work well. Parents meet the chair beforehand, children may come or
send a drawing or a recording, and plans end when it is safe for them to end.

Social workers understand domestic abuse and speak plainly to those who cause it. Too often,
though, they ask the parent who has been hurt to sign an agreement to keep the other away. Such
agreements were found in 14 of 40 files; the police had not been told of most of them, and they
place the burden on the wrong person.

Work with children who are exploited is thoughtful. The team that began in 2014 with sexual
exploitation now also helps children who carry drugs along the railway to Port Stowle, and its
maps of places, vehicles and friendships have led to 17 disruption notices. Talks with children
who have been missing come too late to be of full use: half took place more than a week after the
child was back.

Young people of 16 or 17 who are homeless are seen by a social worker and a housing officer
together, and told in so many words that they may choose to come into care. Twelve of 35 did so
last year. Children who are privately fostered are visited as often as the law requires, and
allegations against adults who work with children are settled fairly and without delay.
""")

CARE = paragraphs("""
Decisions that a child should come into care are careful and are made in time. Before going to
court, social workers use family group conferences to look for an aunt, a grandparent or a family
friend, and one child in six is now cared for by someone he or she already knew.

Most of the 471 children in care live with foster families in the county and change home seldom.
Social workers visit more often than they have to. They keep the letters, photographs and small
objects that tell a child's story, and return to them with the child when questions come.

Most brothers and sisters in care share a home. Where they cannot, the time they spend together is
planned around football matches and birthdays rather than office hours.

Adoption remains a strength, as it was in 2015. Norbury now works with two neighbouring counties
in a regional agency. Twenty-six children were adopted last year, five of them by the foster
carers with whom they were placed while the court decided.

Children in care are healthy and most enjoy school. Since 2017 two psychologists have had desks
among the social workers, and the wait for help with mental health has fallen from 14 weeks to
three. The virtual school follows pupils up to the age of 18. Four in ten children gained a good
grade in both English and mathematics at 16, more than ever before.

The 38 unaccompanied children in the county's care are met at the port, day or night, by someone
who speaks their language. Most have carers who have looked after other newcomers. They learn
English at a college in Withenby that opens a new class every six weeks.

'The Roundhouse', the children in care council, remains a force to be reckoned with. Its members
train new social workers and foster carers, and in 2018 they persuaded the council to ban the word
'contact' from letters to children, in favour of 'family time'.

Care leavers are well supported. Their plans are now their own: young people write the first page
themselves and decide who may read the rest. Advisers see them often and notice when something is
wrong. More than six in ten aged 19 to 21 are in work, training or education, and 16 are
apprentices with the council.

Nearly all care leavers live somewhere suitable, and no one under 18 has been placed in bed and
breakfast lodgings for four years. Those who live far from Norbury have a thinner service. Of the
seven who were in prison at the time of the inspection, three had not been visited since the
summer.
""")

LEADERS = paragraphs("""
Leaders have transformed the conditions in which social workers do their job. Caseloads average 15
and no newly qualified worker has more than ten. Four posts in five were held by permanent staff
in 2015; now it is 97 in a hundred. Many of those who met inspectors had come to Norbury because a
friend had told them to.

The director, the chief executive and the lead member for children each spend a day a month with a
team, and what they learn there shapes what they do. The new posts in Port Stowle were agreed
within a week of such a day. Councillors protected the budget for children in three hard years,
and the scrutiny committee, which inspectors had once thought too easily satisfied, now follows
each recommendation until it is met.

Leaders know exactly how good practice is. Every manager, up to the director, reads two cases a
month together with the social worker and then telephones the family to ask what the help was
like. The results are published to all staff, with the poor ones left in. Inspectors' own findings
differed from the council's in only two of 36 cases.

Partnerships are exceptionally strong. Judges, head teachers and health commissioners describe
leaders who listen, admit mistakes and keep promises. Money is spent with care: the council has
bought back a children's home from a private owner and, with the districts, built 26 homes for
care leavers.

Learning is part of every week. The social work academy, which began in 2014 with 24 graduates,
has trained 160 people, and two in three of them still work for the county. Staff feel trusted,
and children in Norbury benefit from that.
""")


def graded(row: int) -> str:
    """The heading under which the text on one row of the judgement table stands."""
    area, grade = JUDGEMENTS[row]
    return f"{area}: {grade.lower()}"


SECTIONS = [
    (graded(1), HELP_AND_PROTECTION),
    (graded(2), CARE),
    (graded(0), LEADERS),
]

CLOSING = paragraphs("""
This sample report belongs to Pinpoint and may be copied, changed and passed on under the terms of
the MIT licence. No inspectorate wrote it, and it passes judgement on nobody.

If the print is too small, Pinpoint's web pages can be enlarged, read aloud and searched.
""")

INK = colors.HexColor("#1d1d1b")
BASE = ParagraphStyle("base", fontName="Helvetica", fontSize=11.5, leading=15.5, bulletFontSize=11.5, textColor=INK)
STYLES = {
    "title": ParagraphStyle("title", BASE, fontName="Helvetica-Bold", fontSize=20, leading=25, spaceAfter=8),
    "cover": ParagraphStyle("cover", BASE, fontSize=12, leading=17, spaceAfter=3),
    "notice": ParagraphStyle("notice", BASE, spaceBefore=5, spaceAfter=12),
    "body": ParagraphStyle("body", BASE, spaceAfter=9),
    "heading": ParagraphStyle(
        "heading",
        BASE,
        fontName="Helvetica-Bold",
        fontSize=14,
        leading=18,
        spaceBefore=9,
        spaceAfter=8,
        keepWithNext=1,
    ),
    "numbered": ParagraphStyle("numbered", BASE, leftIndent=28, spaceAfter=8, allowWidows=0),
    "bullet": ParagraphStyle("bullet", BASE, leftIndent=28, bulletIndent=10, spaceAfter=5),
    "closing": ParagraphStyle("closing", BASE, fontSize=9, leading=12, spaceAfter=6),
    "cell": BASE,
    "head": ParagraphStyle("head", BASE, fontName="Helvetica-Bold"),
}


def typeset(text: str) -> str:
    """Typographic quotation marks, and nothing that reportlab could take for markup."""
    words = []
    for word in text.split(" "):
        if word.startswith("'"):
            word = "\u2018" + word[1:]
        words.append(word.replace("'", "\u2019"))
    return escape(" ".join(words))


def paragraph(text: str, style: str, label: str | None = None) -> Paragraph:
    return Paragraph(typeset(text), STYLES[style], bulletText=label)


def furniture(canvas: Canvas, doc: BaseDocTemplate) -> None:
    """The running header and footer of every page after the first."""
    width, height = A4
    canvas.saveState()
    canvas.setFont("Helvetica", 8.5)
    canvas.setFillColor(colors.HexColor("#555555"))
    canvas.drawString(25 * mm, height - 15 * mm, "Norbury County Council")
    canvas.drawString(25 * mm, 14 * mm, TITLE.replace("'", "\u2019"))
    canvas.drawString(25 * mm, 10 * mm, DATES)
    canvas.drawRightString(width - 25 * mm, 10 * mm, str(doc.page))
    canvas.restoreState()


def judgement_table() -> Table:
    rows = [[paragraph("Judgement", "head"), paragraph("Grade", "head")]]
    rows += [[paragraph(label, "cell"), paragraph(grade, "cell")] for label, grade in JUDGEMENTS]
    table = Table(rows, colWidths=[115 * mm, 45 * mm], hAlign="LEFT")
    table.setStyle(
        TableStyle(
            [
                ("GRID", (0, 0), (-1, -1), 0.5, colors.HexColor("#808080")),
                ("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#e8edf2")),
                ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
                ("TOPPADDING", (0, 0), (-1, -1), 4),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 6),
            ]
        )
    )
    return table


def story() -> list[Flowable]:
    flow = [NextPageTemplate("later"), paragraph(TITLE, "title")]
    flow += [paragraph(line, "cover") for line in COVER]
    flow += [paragraph(NOTICE, "notice"), judgement_table(), Spacer(1, 14)]
    flow += [paragraph(text, "body") for text in SUMMARY]
    flow.append(paragraph(IMPROVE_HEADING, "heading"))
    flow += [paragraph(text, "bullet", "\u2022") for text in IMPROVE]
    number = 0
    for heading, texts in SECTIONS:
        flow.append(paragraph(heading, "heading"))
        for text in texts:
            number += 1
            flow.append(paragraph(text, "numbered", f"{number}."))
    flow.append(Spacer(1, 18))
    flow += [paragraph(text, "closing") for text in CLOSING]
    return flow


def write(path: Path = OUTPUT, canvasmaker: Callable[..., Canvas] = Canvas) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    doc = BaseDocTemplate(
        str(path),
        pagesize=A4,
        invariant=1,
        lang="en-GB",
        title=TITLE,
        author="The Pinpoint project",
        subject="A sample report about a fictional county",
    )
    width, height = A4
    side, top, bottom = 25 * mm, 24 * mm, 22 * mm
    box = (side, bottom, width - 2 * side, height - top - bottom)
    plain = {"leftPadding": 0, "rightPadding": 0, "topPadding": 0, "bottomPadding": 0}
    doc.addPageTemplates(
        [
            PageTemplate("first", [Frame(*box, id="first", **plain)]),
            PageTemplate("later", [Frame(*box, id="later", **plain)], onPage=furniture),
        ]
    )
    doc.build(story(), canvasmaker=canvasmaker)
    return path


if __name__ == "__main__":
    print(write(Path(sys.argv[1]) if len(sys.argv) > 1 else OUTPUT))
