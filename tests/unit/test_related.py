"""Passages of other reports: what must not stand beside a paragraph first, then what does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from conftest import ROOT
from held import HOSTILE

from converter.convert import convert
from converter.job import Job
from converter.link import Corpus
from converter.link.answers import Answer
from converter.link.library import Passage, library_of
from converter.link.likeness import alike, number_of, packed, strongest, telling, unpacked, words_in
from converter.link.nearest import LISTED, TRIED, index_of
from converter.link.neighbours import beside as beside_of
from converter.link.related import MOST, runs_of, same_wording
from converter.model import Authority, Paragraph, Recommendation, Report, Section, Span, Text
from converter.settings import load_yaml
from converter.site.beside import beside_section, way_up
from converter.site.corpus import Held
from converter.write.related import HEAD, answers_list

Said = tuple[str, str]  # a theme and a text

RETURNS = (
    "When young people go missing, a worker whom they trust offers a return interview within three days, and what they "
    "say at the return interview is told to the police on the same evening, street by street."
)
TALKS = (
    "Not many of the young people who go missing are offered a return interview. The police hold their own list, which "
    "nobody compares, and a return interview that was held is seldom read by the next worker."
)
CALM = (
    "Missing young people are met at the station. Their return interview is held in a café of their own choosing, and "
    "the police and the youth workers of the harbour read every return interview together each Monday."
)
PLANS = (
    "Pathway plans are written by care leavers themselves, on paper that they choose, with an adviser beside them who "
    "keeps quiet. The pathway plans name a flat, a doctor, a trade and somebody to telephone on a Sunday."
)
ADVISERS = (
    "Care leavers have not always met their adviser before the day on which they move. Pathway plans come later still, "
    "and most of the pathway plans that inspectors read had been written by somebody who had never seen the flat."
)
SCHOOL = (
    "The virtual school sends a tutor by boat to the children on the islands. Attainment in reading has risen for five "
    "years together, and the virtual school publishes the attainment of every year in the window of the post office."
)
MISSING, LEAVERS, LESSONS = "missing-and-exploitation", "care-leavers", "education"
OTHERS: Sequence[Said] = [  # so that there is more than one theme to tell from others
    (LESSONS, SCHOOL),
    (LEAVERS, "The council keeps rooms above the bakery for those who come back at Christmas, and pays for the train."),
    (
        MISSING,
        "A map of the quays hangs in the hall of the team, with a pin for each place where children are in danger.",
    ),
]


def report(slug: str, year: int, *said: Said, grade: str = "good", **more: object) -> Report:
    """A report in one graded section, a numbered paragraph for each text."""
    content = tuple(Paragraph(str(at), (Text((Span(text),)),), f"p{at}") for at, (_, text) in enumerate(said, 1))
    made = Report(
        id=f"{slug}/{year}-03-sif",
        kind="report",
        framework="sif",
        title=f"{slug.title()}: services",
        printed_title="",
        authority=Authority(slug, slug.title()),
        sources=(),
        end=date(year, 3, 1),
        short=f"{slug.title()} {year}",
        sections=(Section(anchor="findings", grade=grade, content=content),),
        themes=tuple((f"p{at}", (theme,)) for at, (theme, _) in enumerate(said, 1)),
    )
    return replace(made, **more)  # type: ignore[arg-type]


def turned(size: int) -> str:
    """The words of `RETURNS` with so many together as they stood, from its end to its beginning."""
    words = RETURNS.split()
    return " ".join(" ".join(words[at : at + size]) for at in range(len(words) // size * size, -1, -size))


def related(reports: Sequence[Report]) -> Mapping[tuple[str, str], tuple[str, ...]]:
    return beside_of(library_of(reports)).related


def beside(own: Report, *others: Report) -> tuple[str, ...]:
    """What stands beside the first paragraph of a report, where others and one about something else are held."""
    held = [own, *others, report("withenby", 2016, *OTHERS)]
    return related(held).get((own.id, "p1"), ())


OWN = report("norbury", 2015, (MISSING, TALKS))


@pytest.mark.parametrize(
    "other",
    [
        report("eastmere", 2019, (LEAVERS, RETURNS)),
        report("eastmere", 2019, (MISSING, PLANS)),
        report("eastmere", 2019, (MISSING, TALKS)),
        report("eastmere", 2019, (MISSING, f"In Eastmere as elsewhere this is so. {TALKS}")),
        report("eastmere", 2019, (MISSING, "Offer a return interview to young people who go missing.")),
        report("eastmere", 2019, (MISSING, RETURNS), recommendations=(Recommendation("p1", RETURNS),)),
        report("eastmere", 2019, (MISSING, RETURNS), recommendations=(Recommendation("p1-b2", "Offer a talk."),)),
        report("eastmere-panel", 2019, (MISSING, RETURNS), kind="item"),
    ],
    ids=[
        "another theme",
        "other words",
        "the same text",
        "the same text with a sentence more",
        "too short to stand for itself",
        "what is asked for",
        "what has a point asked for in it",
        "a committee's paper",
    ],
)
def test_not_beside(other: Report) -> None:
    assert beside(OWN, other) == ()


def test_nothing_of_the_same_report_is_beside() -> None:
    assert beside(report("norbury", 2015, (MISSING, TALKS), (MISSING, RETURNS))) == ()


def test_a_passage_on_the_same_matter_is_beside_and_the_other_way_round() -> None:
    other = report("eastmere", 2019, (LEAVERS, PLANS), (MISSING, RETURNS))
    assert beside(OWN, other) == ("eastmere/2019-03-sif#p2",)
    assert beside(report("eastmere", 2019, (MISSING, RETURNS)), OWN) == ("norbury/2015-03-sif#p1",)


def test_a_committee_s_paper_has_passages_beside_it() -> None:
    paper = report("norbury-panel", 2015, (MISSING, TALKS), kind="item")
    assert beside(paper, report("eastmere", 2019, (MISSING, RETURNS))) == ("eastmere/2019-03-sif#p1",)


def test_at_most_a_few_one_of_a_report_and_none_twice() -> None:
    slugs = ("eastmere", "ashcombe", "port-stowle", "market-harle", "hillside")
    texts = (RETURNS, turned(2), turned(3), turned(3), turned(5))
    others = [report(slug, 2019, (MISSING, text), (MISSING, text)) for slug, text in zip(slugs, texts, strict=True)]
    found = beside(report("norbury", 2015, (MISSING, turned(4))), *others)
    assert len(found) == MOST
    assert len({address.partition("#")[0] for address in found}) == MOST
    assert len([address for address in found if address.startswith(("port-stowle", "market-harle"))]) <= 1


@pytest.mark.parametrize(
    "less",
    [
        report("norbury", 2019, (MISSING, RETURNS)),
        report("ashcombe", 2019, (MISSING, RETURNS), grade="inadequate"),
        report("ashcombe", 2015, (MISSING, RETURNS)),
    ],
    ids=["of the same authority", "with the same grade", "of the same year"],
)
def test_of_two_in_the_same_words_the_other_one_is_beside(less: Report) -> None:
    own = report("norbury", 2015, (MISSING, turned(4)), grade="inadequate")
    assert beside(own, less, report("eastmere", 2019, (MISSING, RETURNS))) == ("eastmere/2019-03-sif#p1",)


def test_the_order_of_the_reports_changes_nothing() -> None:
    held = [OWN, report("eastmere", 2019, (MISSING, RETURNS)), report("ashcombe", 2019, (MISSING, CALM), *OTHERS)]
    assert related(held) == related(held[::-1])
    assert related([]) == {}


# ---------------------------------------------------------------- likeness


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The and of a", ()),
        ("Agencies’ plans", ("agency", "plan", "agency plan")),
        ("a crisis, the bus, its focus", ("crisis", "bus", "focus")),
        ("Plan the plans", ("plan",)),
        ("12 of 40", ()),
    ],
)
def test_words(text: str, words: tuple[str, ...]) -> None:
    assert tuple(words_in(text)) == words
    assert list(unpacked(packed(text))) == [words_in(text)[word] for word in sorted(words)]


def test_a_word_has_one_number_and_a_pair_another_than_its_words_the_other_way_round() -> None:
    numbers = words_in("return interview return")
    assert len(set(numbers.values())) == len(numbers) == 4
    assert words_in("an interview")["interview"] == numbers["interview"]
    assert number_of("quay") == 3171340687583511732


def test_a_word_tells_much_where_it_is_rare_and_of_one_theme() -> None:
    quay, child, soon, once = range(1, 5)
    texts = [(MISSING, [quay, child]), (MISSING, [quay, child, soon]), (LEAVERS, [child, soon])] * 20
    weights = telling([*texts, (LEAVERS, [once])])
    assert weights.all()[quay] > weights.all()[soon] > weights.all()[child]
    assert once not in weights.all()
    assert weights.of([once, soon, 0, 1 << 63]) == {soon: weights.all()[soon]}


def test_two_words_that_the_sieve_cannot_tell_apart_are_counted_by_themselves() -> None:
    one, other, often = 1 << 40, 2 << 40, 3
    assert set(telling([(MISSING, [one, often]), (LEAVERS, [other, often])]).all()) == {often}


def test_likeness_is_one_of_a_text_with_itself_and_nothing_of_others() -> None:
    quay, boat, flat, soon = range(4)
    weights = {quay: 2.0, boat: 1.0, flat: 1.0}
    one, other = strongest([boat, quay, soon], weights), strongest([flat], weights)
    assert list(one) == [quay, boat]
    assert alike(one, one) == pytest.approx(1)
    assert alike(one, other) == 0
    assert strongest([soon], weights) == {}


def test_what_is_like_a_text_is_found_beyond_the_passages_that_a_word_remembers() -> None:
    part = Paragraph("1", (), "p1")
    common, rare = 1, 2
    newer = [Passage(f"r{at:03}", "p", part, MISSING, offered=True, words=[common], weights=[1.0]) for at in range(150)]
    last = Passage("z", "p", part, MISSING, offered=True, words=[rare, common], weights=[0.6, 0.8])
    assert len(newer) == LISTED > TRIED
    index = index_of([*newer, last])
    assert [(round(likeness, 2), one.document) for likeness, one in index.nearest({rare: 0.45, common: 0.15})] == [
        (0.39, "z")
    ]
    assert len(list(index.nearest({common: 1.0}))) == TRIED


def test_the_same_wording_is_told_by_runs_of_words() -> None:
    held = [frozenset(runs_of(text)) for text in (ADVISERS, RETURNS)]
    assert same_wording(runs_of(f"It is said that {RETURNS}"), held)
    assert not same_wording(runs_of(TALKS), held)
    assert not same_wording(runs_of("Too short."), [frozenset(runs_of("Too short."))])


# ---------------------------------------------------------------- answers for a whole report


ASKING = report(
    "norbury",
    2015,
    (MISSING, TALKS),
    (LEAVERS, ADVISERS),
    grade="requires-improvement",
    recommendations=(Recommendation("p7-b1", "A return interview within three days, told to the police."),),
)
ASKING = replace(ASKING, themes=(*ASKING.themes, ("p7-b1", (MISSING,))))
WELL = report("eastmere", 2019, (LEAVERS, PLANS), (MISSING, RETURNS))


def answered(*others: Report, own: Report = ASKING) -> list[str]:
    held = [own, *others, report("withenby", 2016, *OTHERS)]
    found = beside_of(library_of(held)).answers.get(own.id, ())
    return [f"{answer.point.anchor} {answer.passage.address}" for answer in found]


@pytest.mark.parametrize(
    "other",
    [
        report("eastmere", 2019, (MISSING, RETURNS), grade="requires-improvement"),
        report("eastmere", 2019, (MISSING, RETURNS), grade=""),
        report("norbury", 2019, (MISSING, RETURNS)),
        report("eastmere", 2019, (MISSING, f"{TALKS} {RETURNS}")),
        report("eastmere", 2019, (MISSING, f"{RETURNS} However, the return interview is held too late for many.")),
    ],
    ids=["a lower grade", "no grade", "the same authority", "finds fault first", "finds fault soon"],
)
def test_no_answer(other: Report) -> None:
    assert answered(other) == []


def test_what_is_asked_for_is_answered_first_and_then_what_is_weak() -> None:
    assert answered(WELL) == ["p7-b1 eastmere/2019-03-sif#p2"]
    two = [report("eastmere", 2019, (MISSING, RETURNS)), report("ashcombe", 2018, (LEAVERS, PLANS))]
    assert answered(*two) == ["p7-b1 eastmere/2019-03-sif#p1", "p2 ashcombe/2018-03-sif#p1"]


def test_the_more_recent_of_two_answers() -> None:
    older, newer = (report(slug, year, (MISSING, RETURNS)) for slug, year in (("ashcombe", 2009), ("eastmere", 2019)))
    own = replace(ASKING, recommendations=(Recommendation("p7-b1", turned(4)),))
    assert answered(older, newer, own=own) == ["p7-b1 eastmere/2019-03-sif#p1"]


def test_a_page_is_written_again_when_its_answers_change_and_only_then(tmp_path: Path) -> None:
    texts = load_yaml(ROOT / "tests" / "golden" / "related.yml")["input"]
    job = Job(tmp_path / "reports", tmp_path / "docs", ROOT / "themes.yml", tmp_path / "cache")
    page = job.docs / "reports" / "norbury" / "2019-03-ilacs.md"
    job.reports.mkdir()
    (job.reports / "norbury.txt").write_text(texts["norbury.txt"], encoding="utf-8")
    convert(job)
    assert HEAD not in page.read_text(encoding="utf-8")
    (job.reports / "eastmere.txt").write_text(texts["eastmere.txt"], encoding="utf-8")
    convert(job)
    assert HEAD in page.read_text(encoding="utf-8")
    assert convert(job).written.changed == 0
    (job.reports / "eastmere.txt").unlink()
    convert(job)
    assert HEAD not in page.read_text(encoding="utf-8")


# ---------------------------------------------------------------- how they are shown


def test_the_list_of_answers_names_both_places_and_is_only_text() -> None:
    other = replace(WELL, short=HOSTILE)
    point = Passage(ASKING.id, "norbury", Recommendation("p7-b1", f"{HOSTILE} {'x ' * 200}"), MISSING, "7")
    part = Paragraph("2", (Text((Span(HOSTILE),)),), "p2")
    answer = Answer(point, Passage(other.id, "eastmere", part, MISSING, "2", 2019, "good"))
    corpus = Corpus((ASKING, other), {}, {}, answers={ASKING.id: (answer,)})
    (text,) = answers_list(ASKING, corpus, {MISSING: "Missing & exploited"})
    assert "Missing &amp; exploited: [paragraph 7](#p7-b1) “" in text
    assert "](../../reports/eastmere/2019-03-sif.md#p2) **Good**{ .grade .good } “" in text
    assert "<script" not in text
    assert " …”" in text
    assert list(answers_list(other, corpus, {})) == []


def row(text: str, grade: str | None = "good") -> dict[str, object]:
    return {"number": "2", "anchor": "p2", "text": text, "grade": grade}


def test_the_passages_beside_a_paragraph_are_only_text() -> None:
    other = {"id": "eastmere/2019-03-sif", "url": "/reports/eastmere/2019-03-sif/", "short": HOSTILE}
    made = beside_section([Held(other, row(HOSTILE + "x " * 200)), Held(other, row("Short.", None))], "../../../../")
    assert '<a href="../../../../reports/eastmere/2019-03-sif/#p2">' in made
    assert '<strong class="grade good">Good</strong>' in made
    assert made.count("<strong") == 1
    assert "<script" not in made
    assert beside_section([], "../") == ""


@pytest.mark.parametrize(
    ("title", "authority", "expected"),
    [
        (
            "Norbury: children's services, 2019",
            {"slug": "norbury", "name": "Norbury"},
            '<a href="../../authorities/norbury/">Norbury</a> <a href="../">Children&#x27;s services, 2019</a>',
        ),
        ("<Inquiry>", None, '<a href="../">&lt;Inquiry&gt;</a>'),
    ],
)
def test_the_way_up(title: str, authority: dict[str, str] | None, expected: str) -> None:
    assert way_up({"title": title, "authority": authority}, "../../") == expected
