"""The head of a report: its card, what it asks for, what changed since the inspection before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from converter.link import Corpus
from converter.model import Authority, Judgement, Recommendation, Report, Section, SourceRef, Span
from converter.write.card import card, half_name, in_series
from converter.write.page import graded_headings
from converter.write.points import points_box
from converter.write.since import lede, since_box
from converter.write.source import source_box


def report(year: int, framework: str = "ilacs", points: tuple[str, ...] = (), **grades: str) -> Report:
    """A report on Norbury; an area's name is written with underscores."""
    areas = {name.replace("_", "-"): grade for name, grade in grades.items()}
    return Report(
        id=f"norbury/{year}-03-{framework}",
        kind="report",
        framework=framework,
        title=f"Norbury: children's services, March {year}",
        printed_title="Inspection of <b>Norbury</b>",
        authority=Authority("norbury", "Norbury"),
        sources=(SourceRef("a <b>.pdf", "00"), SourceRef("copy.txt", "11", chosen=False)),
        start=date(year, 3, 4),
        end=date(year, 3, 15),
        judgements=tuple(Judgement(area, f"The {area}", grade, f"judgement-{area}") for area, grade in areas.items()),
        recommendations=tuple(Recommendation(f"p1-b{at}", text) for at, text in enumerate(points, 1)),
    )


OLD = report(2011, "slac", help_and_protection="good", children_in_care="adequate")
MIDDLE = report(
    2016, "sif", ("Answer the door.", "Write it down."), overall="good", help_and_protection="inadequate", lscb="good"
)
NEW = report(2019, points=("Answer the *door* sooner.",), overall="outstanding", help_and_protection="good")
CORPUS = Corpus(
    (OLD, MIDDLE, NEW),
    {},
    {NEW.id: MIDDLE.id, MIDDLE.id: OLD.id},
    repeats={(NEW.id, "p1-b1"): (f"{MIDDLE.id}#p1-b1",)},
)


def test_each_judgement_stands_beside_the_one_before_or_beside_why_there_was_none() -> None:
    shown = card(NEW, CORPUS)
    assert '<th scope="col">In 2016</th>' in shown
    row = next(line for line in shown.splitlines() if "judgement-help-and-protection" in line)
    assert row.index("Good") < row.index("Inadequate")
    early = next(line for line in card(MIDDLE, CORPUS).splitlines() if "judgement-lscb" in line)
    assert "not part of the inspection" in early


def test_inspections_are_listed_oldest_first_and_this_one_is_marked() -> None:
    assert in_series(MIDDLE, CORPUS) == [OLD, MIDDLE, NEW]
    shown = card(MIDDLE, CORPUS)
    assert shown.index("March 2011</a>") < shown.index('aria-current="page">March 2016') < shown.index("March 2019</a>")
    assert 'href="../../../reports/norbury/2019-03-ilacs/"' in shown
    assert "inspections" not in card(NEW, Corpus((NEW,), {}, {}))


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (
            NEW,
            "Outstanding overall, better than in 2016; better in help and protection. One point to improve.",
        ),
        (MIDDLE, "Compared with 2011: worse in help and protection. Two points to improve."),
        (OLD, "No earlier inspection of Norbury with grades is held here."),
        (
            report(2021, overall="good"),
            "Good overall. No earlier inspection of Norbury with grades is held here.",
        ),
    ],
)
def test_the_first_sentence(one: Report, expected: str) -> None:
    assert "".join(lede(one, CORPUS)).removesuffix("\n{ .lede }") == expected


def test_what_changed_names_areas_and_what_had_been_asked_for() -> None:
    shown = "".join(since_box(NEW, CORPUS))
    assert "[March 2016](../../reports/norbury/2016-03-sif.md)" in shown
    assert "- **Improved:** Overall from" in shown
    assert (
        "1. [Answer the door.](../../reports/norbury/2016-03-sif.md#p1-b1) *On the same matter: [here](#p1-b1)*"
        in shown
    )
    assert shown.count("On the same matter") == 1
    assert list(since_box(OLD, CORPUS)) == []


def test_points_are_links_into_the_text_and_many_are_folded() -> None:
    assert "1. [Answer the \\*door\\* sooner.](#p1-b1)" in "".join(points_box(NEW))
    many = "".join(points_box(report(2020, points=tuple(f"Do thing {at}." for at in range(1, 12)))))
    assert '<summary>5 more</summary>\n\n<ol start="7" markdown>\n<li markdown>[Do thing 7.](#p1-b7)</li>' in many
    assert list(points_box(OLD)) == []


def test_the_source_is_text_whatever_it_holds() -> None:
    foot = source_box(NEW, CORPUS)
    assert "Inspection of &lt;b&gt;Norbury&lt;/b&gt;" in foot
    assert "<code>a &lt;b&gt;.pdf</code>" in foot
    assert "<dt>Other copies held</dt><dd><code>copy.txt</code></dd>" in foot
    assert "Published" not in foot


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ((Span("Care leavers: "), Span("good", grade="good")), "Care leavers"),
        ((Span("Care leavers are "), Span("good", grade="good"), Span(".")), "Care leavers"),
        (
            (Span("The graded judgement for adoption is that it\n"), Span("good", grade="good")),
            "The graded judgement for adoption",
        ),
        ((Span("Being healthy   "), Span("Grade 2 (Good)", grade="good")), "Being healthy"),
        ((Span("Who has the basis?"), Span("good", grade="good")), "Who has the basis?"),
    ],
)
def test_the_contents_name_a_section_without_its_grade(title: tuple[Span, ...], expected: str) -> None:
    one = replace(NEW, sections=(Section(title, 2, "a", grade="good"),))
    assert graded_headings(one) == {"a": [expected, "good"]}


@pytest.mark.parametrize(
    ("area", "label", "expected"),
    [
        ("overall", "Overall effectiveness", "Overall effectiveness"),
        ("overall", "Children's services in Norbury are", "Overall: Children's services in Norbury"),
        ("overall", "The overall judgement is that services are", "The overall judgement is that services"),
        ("lscb", "The Local Safeguarding Children Board is", "The Local Safeguarding Children Board"),
        ("help-and-protection", "Overall effectiveness", "Safeguarding services"),
        ("safeguarding/quality", "Quality", "Safeguarding: Quality"),
    ],
)
def test_a_judgement_is_named(area: str, label: str, expected: str) -> None:
    assert half_name(Judgement(area, label, "good", "a")) == expected
