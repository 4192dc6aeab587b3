"""The account of every word: lost, added and moved ones are found and named."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.audit import Account, account, align, listed_in, page_words, passages, rising, source_lines, words
from converter.link import link
from converter.model import LeftOut
from converter.read import read
from converter.recognise import recognise
from converter.write.page import page_md

REPORT = """Inspection of Norbury local authority children’s services

Inspection dates: 3 to 14 June 2019

Lead inspector: Gwenda Ashdale

Judgement\tGrade
Overall effectiveness\tGood

Contents

What needs to improve?\t2

What needs to improve?

- the speed of **assessment**
- the *quality* of [plans](https://norbury.example/plans)

The experiences and progress of care leavers: good

1. Care leavers live in homes¹ that they have chosen & like.

2. Carers stay in touch with them, and

they are proud of it.

Year\tCare leavers
2018\t41
2019\t47

¹ Homes here means any settled place.
"""


def pages(tmp_path: Path, text: str = REPORT) -> tuple[Path, str, tuple[LeftOut, ...]]:
    path = tmp_path / "report.txt"
    path.write_text(text, encoding="utf-8")
    corpus = link(recognise(read(path)))
    (report,) = corpus.reports
    return path, page_md(report, corpus), listed_in(corpus.reports)


def audited(tmp_path: Path, change: Callable[[str], str] = str, text: str = REPORT) -> Account:
    path, page, listed = pages(tmp_path, text)
    changed = change(page)
    assert change is str or changed != page
    return account("report.txt", source_lines(path), [changed], listed)


def dropped(word: str, page: str) -> str:
    """The page without a word of its text: the head, which says some of it again, is left alone."""
    head, mark, text = page.partition('<p class="how-to-cite')
    return head + mark + re.sub(word, "", text, count=1)


def test_nothing_is_lost_or_added(tmp_path: Path) -> None:
    found = audited(tmp_path)
    assert (found.lost, found.added) == ((), ())
    assert found.reasons == {"printed contents list": 6}
    assert found.kept + found.moved + found.listed == found.words


def test_a_footnote_is_moved(tmp_path: Path) -> None:
    assert audited(tmp_path).moved == 6


@pytest.mark.parametrize(
    ("drop", "lost"),
    [
        ("proud", ("proud",)),
        ("chosen", ("chosen",)),
        ("assessment", ("assessment",)),
        ("settled", ("settled",)),
        ("Ashdale", ()),
        ("41", ("41",)),
        (r"they are proud of it\.", ("they are proud of it",)),
        (
            r"Carers stay in touch with them, and they are proud of it\.",
            ("carers stay in touch with them and they are proud of it",),
        ),
    ],
)
def test_a_dropped_word_is_named(tmp_path: Path, drop: str, lost: tuple[str, ...]) -> None:
    found = audited(tmp_path, lambda page: dropped(drop, page))
    assert found.added == ()
    assert found.lost_passages == lost or (drop == "Ashdale" and found.lost in ((), ("ashdale",)))


@pytest.mark.parametrize("word", ["invented", "zebra"])
@pytest.mark.parametrize("before", ["proud", "settled place", "they have chosen"])
def test_an_added_word_is_named(tmp_path: Path, word: str, before: str) -> None:
    found = audited(tmp_path, lambda page: page.replace(before, f"{before} {word}", 1))
    assert found.lost == ()
    assert found.added_passages == ((word,) if before != "settled place" else found.added_passages)


def test_a_word_added_to_a_footnote_is_named(tmp_path: Path) -> None:
    found = audited(tmp_path, lambda page: page.replace("settled place", "settled zebra place", 1))
    assert found.added == ("zebra",)


def test_a_changed_word_is_lost_and_added(tmp_path: Path) -> None:
    found = audited(tmp_path, lambda page: page.replace("proud", "tired", 1))
    assert (found.lost, found.added) == (("proud",), ("tired",))


def test_paragraphs_in_the_wrong_order_are_named(tmp_path: Path) -> None:
    def swap(page: str) -> str:
        first = next(line for line in page.split("\n") if "homes" in line and "#p1)" in line)
        second = next(line for line in page.split("\n") if "#p2)" in line)
        return page.replace(first, "FIRST").replace(second, first).replace("FIRST", second)

    found = audited(tmp_path, swap)
    assert found.lost


def test_a_paragraph_shown_twice_is_named(tmp_path: Path) -> None:
    found = audited(
        tmp_path, lambda page: page.replace("they are proud of it.", "they are proud of it. they are proud of it.")
    )
    assert sorted(found.added) == sorted(["they", "are", "proud", "of", "it"])


def test_the_sites_own_furniture_is_not_counted(tmp_path: Path) -> None:
    for name in ("card", "notice", "between", "source"):
        found = audited(tmp_path, lambda page, name=name: f'{page}\n\n<div class="{name}">zebra</div>\n')  # type: ignore[misc]
        assert found.added == ()
    assert audited(tmp_path, lambda page: f'{page}\n\n<div class="other">zebra</div>\n').added == ("zebra",)


def test_a_left_out_word_has_to_be_in_the_source() -> None:
    listed = [LeftOut("page two", "page number", 2)]
    found = account(
        "x",
        [(1, "Children are safe."), (2, "Page two"), (3, "Carers are kind.")],
        ["Children are safe. Carers are kind."],
        listed,
    )
    assert (found.lost, found.added, found.reasons) == ((), (), {"page number": 2})
    other = account("x", [(1, "Children are safe.")], ["Children are safe."], listed)
    assert (other.reasons, other.listed) == ({}, 0) or other.reasons == {"page number": 0}


def test_the_same_words_are_left_out_only_as_often_as_listed() -> None:
    lines = [(1, "Ofsted"), (2, "Children are safe."), (3, "Ofsted")]
    found = account("x", lines, ["Children are safe."], [LeftOut("Ofsted", "running header or footer", 1)])
    assert found.lost == ("ofsted",)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("—", []),
        ("Children’s homes", ["children", "s", "homes"]),
        ("3.1.2 is £45,000", ["3", "1", "2", "is", "45", "000"]),
        ("The board¹² met", ["the", "board", "met"]),
        ("snake_case", ["snake", "case"]),
    ],
)
def test_words(text: str, found: list[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize(
    ("page", "flow", "notes"),
    [
        ("---\ntitle: x\n---\n\n# Title\n\nOne two.", ["one", "two"], []),
        ("One[^1] two.\n\n[^1]: A note.", ["one", "two"], ["a", "note"]),
        ("One.\n\n1 A note.\n{ .footnote }", ["one"], ["1", "a", "note"]),
        ('<div class="card">Not this</div>\n\nOne', ["one"], []),
        ("<details><summary>Not this</summary>One</details>", ["one"], []),
    ],
)
def test_page_words(page: str, flow: list[str], notes: list[str]) -> None:
    assert page_words(page) == (tuple(flow), tuple(notes))


@pytest.mark.parametrize(
    ("positions", "found"), [([], []), ([1], ["b"]), ([0, 1, 3], ["a b", "d"]), ([0, 1, 2, 3], ["a b c d"])]
)
def test_passages(positions: list[int], found: list[str]) -> None:
    assert list(passages(positions, "abcd")) == found


WORDS = st.lists(st.sampled_from("abcdefgh"), max_size=60)


@given(WORDS)
def test_a_text_is_aligned_with_itself(text: list[str]) -> None:
    assert align(text, text) == (set(range(len(text))), set(range(len(text))))


@given(WORDS, WORDS)
def test_an_alignment_pairs_equal_words_in_order(first: list[str], second: list[str]) -> None:
    one, other = align(first, second)
    assert [first[at] for at in sorted(one)] == [second[at] for at in sorted(other)]


@given(st.lists(st.integers(0, 10**6).map(str), unique=True, min_size=1, max_size=80), st.data())
def test_any_single_dropped_word_is_found(text: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text) - 1))
    one, other = align(text, text[:at] + text[at + 1 :])
    assert set(range(len(text))) - one == {at}
    assert len(other) == len(text) - 1


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=30))
def test_rising(pairs: list[tuple[int, int]]) -> None:
    chain = rising(sorted(set(pairs)))
    seconds = [second for _, second in chain]
    assert seconds == sorted(set(seconds))


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<javascript:alert(1)>",
        "<a name=x>words</a>",
        "Ask <your name> or <the manager> here",
        "a < b and c > d",
        "<u>under</u> and <br> and <b>bold</b>",
        "[words](https://example.org 'a title')",
        "[words](https://example.org/a_(b))",
        "![alt](https://example.org/x.png)",
        "<https://example.org/?a=b&c=d>",
        "fish &amp; chips &copy; Norbury",
        "one\x0btwo",
        "three\x85four",
        "zero\u200bwidth",
        "left\u202eright",
    ],
)
def test_the_account_reads_marks_as_the_reader_does(tmp_path: Path, text: str) -> None:
    report = REPORT.replace("Carers stay", f"Carers {text} stay")
    found = audited(tmp_path, text=report)
    assert (found.lost_passages, found.added_passages) == ((), ())
