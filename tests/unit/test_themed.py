"""Themes of sections and recommendations, why a paragraph has one, and what a change of the themes does."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import ROOT

from converter.errors import PinpointError
from converter.explain import explain
from converter.link import link
from converter.link.themed import weighable, with_themes
from converter.model import Item, ItemList, Paragraph, Recommendation, Report, Section, SourceRef, Span, Text
from converter.themes import load_themes
from converter.themes_diff import changes

THEMES = load_themes(ROOT / "themes.yml")
LEAVERS = "Care leavers trust their personal advisers, who write pathway plans with them."
HOUSING = "Too many young people stay in bed and breakfast because supported lodgings are few."
ADOPTION = "Adopters are matched early and family finding is quick."


def spans(text: str) -> tuple[Span, ...]:
    return (Span(text),)


def paragraph(number: int, text: str) -> Paragraph:
    return Paragraph(str(number), (Text(spans(text)),), f"p{number}")


def section(title: str, *content: Paragraph | ItemList, level: int = 2, role: str = "", grade: str = "good") -> Section:
    anchor = title.lower().replace(" ", "-")
    return Section(spans(title), level, anchor, grade=grade, role=role, content=content)


def report(*sections: Section, points: tuple[Recommendation, ...] = ()) -> Report:
    name, sources = "norbury/2019-03-ilacs", (SourceRef("norbury.md", "0"),)
    return Report(name, "report", "ilacs", "", "", None, sources, sections=sections, recommendations=points)


def themes(made: Report) -> dict[str, tuple[str, ...]]:
    return dict(with_themes(made, THEMES).themes)


@pytest.mark.parametrize(
    ("sections", "anchor", "expected"),
    [
        ([section("Leaving care", paragraph(1, LEAVERS))], "leaving-care", ()),
        ([section("Care leavers: good", paragraph(1, ADOPTION))], "care-leavers:-good", ("care-leavers",)),
        (
            [section("Findings", paragraph(1, HOUSING), paragraph(2, HOUSING), paragraph(3, ADOPTION))],
            "findings",
            ("homelessness-and-accommodation",),
        ),
        (
            [section("Findings"), section("More", paragraph(1, ADOPTION), paragraph(2, ADOPTION), level=3)],
            "findings",
            ("adoption-and-permanence",),
        ),
        ([section("Findings", paragraph(1, ADOPTION)), section("More", paragraph(2, ADOPTION))], "findings", ()),
        ([section("Care leavers")], "care-leavers", ()),
        ([section("Care leavers", paragraph(1, LEAVERS), role="about")], "care-leavers", ()),
    ],
    ids=["too few", "its heading", "its blocks", "those below", "not those after", "nothing in it", "about itself"],
)
def test_what_a_section_is_about(sections: list[Section], anchor: str, expected: tuple[str, ...]) -> None:
    assert themes(report(*sections)).get(anchor, ()) == expected


def test_each_point_of_a_list_has_themes_of_its_own() -> None:
    points = (Recommendation("p1-b1", HOUSING), Recommendation("p1-b2", ADOPTION), Recommendation("p2", LEAVERS))
    items = ItemList((Item(spans(HOUSING), anchor="p1-b1"), Item(spans(ADOPTION), anchor="p1-b2")))
    lead = Paragraph("1", (Text(spans("The council should act.")), items), "p1")
    found = themes(report(section("Recommendations", lead, paragraph(2, LEAVERS)), points=points))
    assert found["p1-b1"] == ("homelessness-and-accommodation",)
    assert found["p1-b2"] == ("adoption-and-permanence",)
    assert set(found["p1"]) == {"homelessness-and-accommodation", "adoption-and-permanence"}
    assert found["p2"][0] == "care-leavers"


def test_each_text_is_weighed_once() -> None:
    made = report(section("Recommendations", paragraph(1, LEAVERS)), points=(Recommendation("p1", LEAVERS),))
    assert [text.anchor for text in weighable(made)] == ["p1"]


@pytest.mark.parametrize("anchor", ["p1", "#p1", "1"])
def test_the_reasons_add_up(anchor: str) -> None:
    corpus = link([with_themes(report(section("Care leavers: good", paragraph(1, f"{LEAVERS} {HOUSING}"))), THEMES)])
    found = explain(corpus, "norbury/2019-03-ilacs", anchor, THEMES)
    given = [reason for reason in found.reasons if reason.place]
    assert tuple(reason.theme for reason in given) == corpus.themes["norbury/2019-03-ilacs", "p1"]
    main, second = given
    assert (main.theme, main.place, second.theme) == ("care-leavers", 1, "homelessness-and-accommodation")
    assert main.headings > second.headings
    assert {mention.sentence for mention in second.mentions} == {1}
    assert "bed and breakfast" in [mention.words for mention in second.mentions]
    assert second.points >= found.needed


def test_standard_text_says_so() -> None:
    made = report(section("About", paragraph(1, "The purpose of this inspection was to look at care leavers.")))
    found = explain(link([made]), made.id, "p1", THEMES)
    assert found.boilerplate == "purpose of this inspection"
    assert found.reasons == ()


@pytest.mark.parametrize(
    ("name", "anchor", "said"),
    [("norbury/2020", "p1", "no such report; there are for instance norbury"), ("norbury/2019-03-ilacs", "p9", "p1")],
)
def test_what_is_not_there_is_one_line(name: str, anchor: str, said: str) -> None:
    corpus = link([report(section("Care leavers", paragraph(1, LEAVERS)))])
    with pytest.raises(PinpointError, match=said) as caught:
        explain(corpus, name, anchor, THEMES)
    assert "\n" not in str(caught.value)


def test_a_change_of_themes_is_what_each_paragraph_gains_and_loses() -> None:
    made = report(section("Findings", paragraph(1, LEAVERS), paragraph(2, ADOPTION)))
    corpus = link([with_themes(made, THEMES)])
    assert changes(corpus, THEMES) == ([], [])
    (change,), gone = changes(corpus, [theme for theme in THEMES if theme.slug != "adoption-and-permanence"])
    assert gone == []
    assert (change.anchor, change.gained, change.lost) == ("p2", ("adoption-and-permanence",), change.before)
    fewer = [theme for theme in THEMES if theme.slug != "adoption-and-permanence"]
    assert changes(link([with_themes(made, fewer)]), THEMES)[1] == ["/themes/adoption-and-permanence/norbury/"]
    assert Path(change.report).name == "2019-03-ilacs"
