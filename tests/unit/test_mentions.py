"""Where a text speaks of another inspection, and where it does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.heard import Mention, When
from converter.recognise.mentions import mentions

WORDS = "the last previous inspection in May 2018 and of . , fostering was inspected Ofsted ( )"


def shown(text: str) -> list[str]:
    """Each mention as its words, its kind, its date and what else it says."""
    return [
        f"{text[one.start : one.end]}|{one.kind}|{one.when.text if one.when else ''}|{marks(one)}"
        for one in mentions(text)
    ]


def marks(one: Mention) -> str:
    return " ".join(name for name in ("last", "back", "many", "echo") if getattr(one, name))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "At the time of the inspection 40 children had a plan.",
        "During this inspection, managers acted.",
        "The inspection team consisted of five inspectors.",
        "Staff spoken with during our current inspection were content.",
        "Inspection of Norbury children's services",
        "All schools are good following their Ofsted inspection.",
        "Two homes were good in their most recent Ofsted inspection.",
        "It was judged to be good in its most recent Ofsted inspection.",
        "In or out of the area, children attend schools that were good at their last inspection.",
        "A thematic inspection of neglect praised the plan.",
        "Monitoring visits to homes are frequent.",
        "A recent inspection of a provider's unit raised concerns.",
        "Inspections and audits are used well.",
        "The council rose to the 2012 challenge.",
        "The inspection was carried out under the Children Act 2004.",
        "Weaknesses in recording remain.",
        "In the most recent school and service inspections provision was good.",
        "The school was last inspected in 2012.",
    ],
)
def test_no_other_inspection_is_spoken_of(text: str) -> None:
    assert shown(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Since the last inspection, practice has improved.", ["last inspection|||last"]),
        ("Since the last inspection in 2018, when", ["last inspection in 2018||2018|last"]),
        ("The last inspection, in May 2018, judged", ["last inspection, in May 2018||2018-05|last"]),
        ("at the previous inspection (December 2010)", ["previous inspection||2010-12|last"]),
        ("since the last Ofsted inspection 2012,", ["last Ofsted inspection 2012||2012|last"]),
        ("during the 2016 single inspection", ["2016 single inspection|full|2016|"]),
        ("since the Ofsted 2016 single inspection", ["Ofsted 2016 single inspection|full|2016|"]),
        ("the November 2014 inspection of Norbury", ["November 2014 inspection||2014-11|"]),
        ("since its last inspection, when services were good", ["last inspection|||last"]),
        ("The council has moved on since its last inspections.", ["last inspections|||last many"]),
        ("issues raised in previous inspections", ["previous inspections|||last many"]),
        ("in previous inspection reports", ["previous inspection|||last many"]),
        (
            "The 2012 inspection was poor. Progress since that inspection is slow.",
            ["2012 inspection||2012|", "inspection|||back"],
        ),
        (
            "The previous inspection of Norbury's services for looked after children was in August 2010.",
            ["previous inspection|looked-after|2010-08|last"],
        ),
        (
            "The last inspection of the fostering service took place in May 2013 and judged it good, "
            "and an inspection of the adoption service in March 2012 judged it good.",
            ["last inspection|fostering|2013-05|last", "inspection|adoption|2012-03|"],
        ),
        (
            "At the latest inspections, adoption and fostering services were good.",
            ["latest inspections|adoption||last", "latest inspections|fostering||last"],
        ),
        (
            "The adoption service was good at the inspection in February 2012.",
            ["inspection in February 2012|adoption|2012-02|"],
        ),
        ("Thurlow's fostering service was last inspected in 2008 when", ["last inspected in 2008|fostering|2008|last"]),
        ("In October 2011 Ofsted re-inspected safeguarding arrangements", ["re-inspected|full|2011-10|"]),
        (
            "In August 2010 the Ofsted Safeguarding and Looked After Children Inspection judged",
            ["Ofsted Safeguarding and Looked After Children Inspection|full|2010-08|"],
        ),
        (
            "Two focused visits, in April 2019 and August 2021, found",
            ["focused visits, in April 2019|focused-visit|2019-04|", "August 2021|focused-visit|2021-08|"],
        ),
        ("In February 2020, a focused visit found", ["focused visit|focused-visit|2020-02|"]),
        ("since the joint area review in 2008", ["joint area review in 2008|joint-area-review|2008|"]),
        ("Between the joint area review and November 2009 there was none.", ["joint area review|joint-area-review||"]),
        (
            "A thematic inspection of neglect in November 2014 praised it.",
            ["thematic inspection|thematic|2014-11|"],
        ),
        ("at the focused assurance visit a year ago", ["focused assurance visit|focused-visit||"]),
        (
            "A focused visit in May 2019 was held. Since that visit",
            ["focused visit in May 2019|focused-visit|2019-05|", "visit|||back"],
        ),
        ("in response to a previous inspection", ["previous inspection|||last many"]),
        ("an inspection by HMIC in 2015", ["inspection|other-inspectorate|2015|"]),
        ("peer reviews, Ofsted monitoring visits and audits", ["Ofsted monitoring visits|monitoring-visit||many"]),
        (
            "the Joint Targeted Area Inspection (JTAI) in 2024",
            ["Joint Targeted Area Inspection (JTAI) in 2024|jtai|2024|"],
        ),
        ("services were judged to be good in 2012", ["judged to be good in 2012||2012|"]),
        ("It was found by Ofsted in 2013 to be weak.", ["found by Ofsted in 2013||2013|"]),
        ("Inspectors judged the services as inadequate in 2010.", ["judged the services as inadequate in 2010||2010|"]),
        ("shortfalls identified in 2018 remain", ["shortfalls identified in 2018||2018|echo"]),
        ("an inspection carried out in June/July 2010", ["inspection||2010-07|"]),
    ],
)
def test_another_inspection(text: str, found: list[str]) -> None:
    assert shown(text) == found


def test_a_year_may_be_any_of_its_months_and_two_months_may_not_be_one() -> None:
    assert When(2018).may_be(When(2018, (5,)))
    assert When(2018, (6, 7)).may_be(When(2018, (7,)))
    assert not When(2018, (5,)).may_be(When(2018, (6,)))
    assert not When(2018).may_be(When(2019))


@given(st.lists(st.sampled_from(WORDS.split())))
def test_mentions_stand_in_order_inside_the_text(words: list[str]) -> None:
    text = " ".join(words)
    found = mentions(text)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    starts = [one.start for one in found]
    assert starts == sorted(starts)


@pytest.mark.parametrize("piece", ["judged to be good in 2010 ", "found by Ofsted in 2010 ", "shortfalls in 2018 "])
def test_every_one_of_many_mentions_is_found(piece: str) -> None:
    assert len(mentions(piece * 500)) == 500
