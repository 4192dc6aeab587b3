"""The same document held more than once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.link.same import merge
from converter.model import Authority, Paragraph, Report, Section, SourceRef, Span, Text


def report(
    name: str, paragraphs: int = 3, words: int = 1, damaged: bool = False, address: str = "norbury/2019-06-ilacs"
) -> Report:
    content = tuple(Paragraph(str(n), (Text((Span("word " * words),)),)) for n in range(1, paragraphs + 1))
    return Report(
        id=address,
        kind="report",
        framework="ilacs",
        title="Norbury",
        printed_title="Norbury",
        authority=Authority("norbury", "Norbury"),
        end=date(2019, 6, 14),
        sources=(SourceRef(f"{name}.txt", name * 8),),
        sections=(Section(content=content),),
        damaged=damaged,
    )


def chosen(*copies: Report) -> list[str]:
    (best,) = merge(copies)
    return [source.file for source in best.sources if source.chosen]


def test_nothing() -> None:
    assert merge(()) == ()


def test_reports_of_different_addresses_are_left_alone_in_their_order() -> None:
    reports = (report("b", address="norbury/2019-06-ilacs"), report("a", address="norbury/2015-06-sif"))
    assert merge(reports) == reports


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (report("a"), report("b", damaged=True)),
        (report("a", paragraphs=1), report("b", paragraphs=9, damaged=True)),
        (report("a", paragraphs=4), report("b", paragraphs=3, words=50)),
        (report("a", words=3), report("b", words=2)),
    ],
    ids=["whole", "whole though shorter", "more paragraphs", "more words"],
)
def test_the_better_copy_is_shown_in_either_order(better: Report, worse: Report) -> None:
    assert chosen(better, worse) == chosen(worse, better) == ["a.txt"]


def test_copies_that_are_alike_keep_the_first() -> None:
    assert chosen(report("b"), report("a")) == ["b.txt"]


def test_every_copy_is_named_once() -> None:
    (best,) = merge([report("a", damaged=True), report("b"), report("c", paragraphs=1)])
    assert [(source.file, source.chosen) for source in best.sources] == [
        ("b.txt", True),
        ("c.txt", False),
        ("a.txt", False),
    ]


def test_a_copy_inside_a_pack_keeps_its_place_there() -> None:
    inside = replace(report("a", damaged=True), parent="committee/2016-03-10/item-4")
    (best,) = merge([report("b"), inside])
    assert (best.parent, best.damaged) == ("committee/2016-03-10/item-4", False)


@given(st.permutations([report("a"), report("b", damaged=True), report("c", paragraphs=5), report("d", address="x/y")]))
def test_the_order_of_the_copies_does_not_matter(copies: list[Report]) -> None:
    merged = {found.id: found for found in merge(copies)}
    assert len(merged) == 2
    best = merged["norbury/2019-06-ilacs"]
    assert best.sources[0].file == "c.txt"
    assert {source.file for source in best.sources} == {"a.txt", "b.txt", "c.txt"}


@given(st.permutations([report("a"), report("b", damaged=True), report("c", paragraphs=5)]))
def test_merging_twice_is_merging_once(copies: list[Report]) -> None:
    assert merge(merge(copies)) == merge(copies)


@pytest.mark.parametrize("change", [{"authority": None}, {"end": None}, {"framework": "unknown"}], ids=str)
def test_reports_that_only_share_an_address_stay_apart(change: dict[str, str | None]) -> None:
    one, other = (replace(report(name), **change) for name in "ab")  # type: ignore[arg-type]
    merged = merge([one, other])
    assert [found.id for found in merged] == [one.id, f"{one.id}-2"]
    assert [found.sources for found in merged] == [one.sources, other.sources]
