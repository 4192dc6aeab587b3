"""Which numbers number paragraphs: chains over a whole report."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.model import Paragraph, plain
from converter.profiles import profile_named
from converter.read.text import read_text
from converter.recognise.labels import label_of
from converter.recognise.numbers import best_chain, choose_numbers, follows
from converter.recognise.structure import sections_of


def numbered(lines: list[str], multilevel: bool = False) -> list[tuple[int, str, int]]:
    """Position, number and run of every line that is taken for a paragraph."""
    labels = {at: label for at, line in enumerate(lines) if (label := label_of(line))}
    return [(at, found.label.number, found.run) for at, found in sorted(choose_numbers(labels, multilevel).items())]


def plain_numbers(lines: list[str], multilevel: bool = False) -> list[str]:
    return [number for _, number, _ in numbered(lines, multilevel)]


def printed(numbers: list[int]) -> list[str]:
    return [f"{number}. A sentence about Norbury." for number in numbers]


@pytest.mark.parametrize(
    "lines",
    [
        [],
        ["Children are safe."],
        ["In 2019. 40 pupils took part"],
        ["2019. 40 pupils took part"],
        ["18. The quality of care was not in doubt."],
        ["18. The quality", "40. The rest"],
        ["II. Only one numeral"],
        ["a) letter", "b) letter"],
        ["IV. Begins late", "V. And goes on"],
        ["30. Down", "20. And down", "10. And down"],
    ],
    ids=lambda lines: lines[0][:30] if lines else "nothing",
)
def test_leaves_alone(lines: list[str]) -> None:
    assert plain_numbers(lines, multilevel=True) == []


@pytest.mark.parametrize(
    ("given_numbers", "kept"),
    [
        pytest.param([1], [1], id="a single first paragraph"),
        pytest.param([1, 2, 3, 4], [1, 2, 3, 4], id="without a gap"),
        pytest.param([1, 2, 4, 5], [1, 2, 4, 5], id="a genuine gap"),
        pytest.param([1, 2, 3, 5, 6, 9, 10], [1, 2, 3, 5, 6, 9, 10], id="several gaps"),
        pytest.param([3, 4, 5, 6, 7, 8, 9], [3, 4, 5, 6, 7, 8, 9], id="a late start"),
        pytest.param([1, 2, 18, 3, 4], [1, 2, 3, 4], id="a number in mid sentence"),
        pytest.param([16, 1, 2, 3], [1, 2, 3], id="a number before the first"),
        pytest.param([1, 2, 3, 40], [1, 2, 3], id="a number after the last"),
        pytest.param([1, 2, 3, 1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 6], id="a list 1-2-3 inside paragraph 3"),
        pytest.param([1, 1, 2, 3], [1, 1, 2, 3], id="a number printed twice"),
        pytest.param([5, 1, 5, 2, 5, 3, 5, 4, 5, 5, 6], [1, 2, 3, 4, 5, 5, 6], id="noise between all"),
    ],
)
def test_the_first_run(given_numbers: list[int], kept: list[int]) -> None:
    found = [int(number) for _, number, run in numbered(printed(given_numbers)) if run == 1]
    assert found == kept


def test_a_second_chain_is_a_second_run() -> None:
    found = numbered(printed([1, 2, 3, 4, 5, 1, 2, 3]))
    assert [(number, run) for _, number, run in found] == [
        *((str(n), 1) for n in range(1, 6)),
        *((str(n), 2) for n in range(1, 4)),
    ]


def test_three_runs() -> None:
    found = numbered(printed([1, 2, 3, 4, 1, 2, 3, 1, 2, 3]))
    assert [run for _, _, run in found] == [1] * 4 + [2] * 3 + [3] * 3


@pytest.mark.parametrize("after", [[1, 2], [2, 3, 4], [1]], ids=str)
def test_a_short_list_or_one_that_starts_late_is_no_second_run(after: list[int]) -> None:
    found = numbered(printed([1, 2, 3, 4, 5, *after]))
    assert {run for _, _, run in found} == {1}


def test_a_list_of_two_at_the_end_stays_in_the_last_paragraph() -> None:
    assert [at for at, _, _ in numbered(printed([1, 2, 3, 1, 2]))] == [0, 1, 2]


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        (["1. Context", "1.1 One", "1.2 Two", "2. More", "2.1 One"], ["1", "1.1", "1.2", "2", "2.1"]),
        (["2.1. One", "2.2. Two", "2.4. Four"], ["2.1", "2.2", "2.4"]),
        (["3. Context", "3.1 One", "3.1.1 Deep", "3.2 Two"], ["3.1", "3.1.1", "3.2"]),
        (["1.1 One", "1.2 Two", "1.1 Back", "1.3 Three"], ["1.1", "1.2", "1.3"]),
        (["1.1 One", "5.7 million pounds", "1.2 Two"], ["1.1", "1.2"]),
        (["I. One", "II. Two", "III. Three"], ["I", "II", "III"]),
        (["I. One", "IV. Four", "II. Two"], ["I", "II"]),
    ],
    ids=lambda lines: " ".join(line.split()[0] for line in lines),
)
def test_several_levels(lines: list[str], kept: list[str]) -> None:
    found = plain_numbers(lines, multilevel=True)
    assert [number for number in found if number in kept] == kept
    assert set(found) - set(kept) <= {"3"}


def test_several_levels_only_where_the_profile_asks_for_them() -> None:
    assert plain_numbers(["1. Context", "1.1 One", "I. One", "II. Two"]) == ["1"]


@pytest.mark.parametrize(
    ("last", "parts", "may"),
    [
        ((), (1, 1), True),
        ((), (2, 4), False),
        ((2, 3), (2, 4), True),
        ((2, 3), (2, 5), True),
        ((2, 3), (2, 6), False),
        ((2, 3), (2, 3), False),
        ((2, 3), (2, 2), False),
        ((2, 3), (3, 1), True),
        ((2, 3), (3, 2), False),
        ((2,), (2, 1), True),
        ((2, 3), (2, 3, 1), True),
        ((2, 3, 4), (2, 3), False),
        ((2, 3, 4), (2, 4), True),
    ],
)
def test_follows(last: tuple[int, ...], parts: tuple[int, ...], may: bool) -> None:
    assert follows(last, parts) is may


@given(st.lists(st.integers(1, 60), max_size=40))
def test_a_chain_rises(numbers: list[int]) -> None:
    chain = best_chain(numbers)
    assert chain == sorted(set(chain))
    values = [numbers[at] for at in chain]
    assert values == sorted(values)


@given(st.integers(1, 80), st.lists(st.tuples(st.integers(0, 79), st.integers(60, 999)), max_size=4))
def test_whole_numberings_survive_single_stray_numbers(count: int, strays: list[tuple[int, int]]) -> None:
    """1 to n are kept whatever large numbers stand between them, unless a stray carries the chain on."""
    numbers = list(range(1, count + 1))
    for at, stray in strays:
        if stray > count + 3 * len(strays):
            numbers.insert(min(at, len(numbers)), stray)
    kept = [numbers[at] for at in best_chain(numbers)]
    assert kept[:count] == list(range(1, count + 1))


@given(st.lists(st.integers(1, 30), max_size=40))
def test_each_run_after_the_first_starts_at_one(numbers: list[int]) -> None:
    found = numbered(printed(numbers))
    starts = {run: number for _, number, run in reversed(found)}
    assert all(number == "1" for run, number in starts.items() if run > 1)


def test_papers_have_short_runs_before_and_after_the_longest() -> None:
    labels = {at: label for at, n in enumerate([1, 2, 1, 2, 3, 4, 1, 2]) if (label := label_of(f"{n}. Text"))}
    assert [number.run for _, number in sorted(choose_numbers(labels, multilevel=True).items())] == [
        *[1] * 2,
        *[2] * 4,
        *[3] * 2,
    ]


# ---------------------------------------------------------------- through the structure


def paragraphs(text: str, framework: str = "ilacs") -> list[tuple[str, str]]:
    sections = sections_of(read_text(text)[1], profile_named(framework), ())
    return [
        (part.number, " ".join(plain(spans) for block in part.blocks for spans in [getattr(block, "spans", ())]))
        for section in sections
        for part in section.content
        if isinstance(part, Paragraph)
    ]


def test_a_sentence_that_wraps_before_a_number_is_no_paragraph() -> None:
    text = (
        "1. Help comes early in Norbury.\n\n"
        "2. Too few plans are made with young people aged 16-\n\n"
        "18. The quality of those plans varies between the three districts of the county.\n\n"
        "3. Carers are well supported.\n"
    )
    found = paragraphs(text)
    assert [number for number, _ in found] == ["1", "2", "3"]
    assert "18. The quality" in found[1][1]


def test_a_year_at_the_start_of_a_line_is_no_paragraph() -> None:
    text = "1. The school grew in\n\n2019. 40 pupils came from Port Stowle.\n\n2. Others followed.\n"
    found = paragraphs(text)
    assert [number for number, _ in found] == ["1", "2"]
    assert found[0][1].endswith("in 2019. 40 pupils came from Port Stowle.")
