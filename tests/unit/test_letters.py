"""Reports that are letters: a title below the salutation, facts in sentences and in signatures."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from converter.errors import SettingsError
from converter.model import Report
from converter.profiles import Profile, load_profiles, profile_named
from converter.read import read
from converter.read.text import read_text
from converter.recognise import framework_of
from converter.recognise.cover import Cover, read_cover
from converter.recognise.inspection import inspection_report
from converter.recognise.packs.printed import has_cover

LETTER = r"""slug: letter
name: Letter
short: letter
letter: true
lack: [grades, numbers]
recognise:
  - {match: '^Visit to the harbour of ', yes: [], no: []}
cover:
  dates:
    - {match: '^Inspection dates:\s*(?P<value>.*)$', yes: [], no: []}
    - {match: '^Between (?P<value>.+? 20\d\d), inspectors\b', where: text, yes: [], no: []}
  inspector:
    - {match: '^Lead inspector\s*:?\s*(?P<value>.*)$', yes: [], no: []}
    - {match: '^(?:HMI )?Lead Inspector(?P<value>)$', case: true, where: above, yes: [], no: []}
    - {match: '^(?P<value>[A-Z][^,]+), HMI, lead inspector$', yes: [], no: []}
  authority:
    - {match: '^Visit to the harbour of (?P<value>[A-Z]\w+)$', case: true, where: title, yes: [], no: []}
    - {match: '\bthe harbour of (?P<value>[A-Z]\w+) was visited', case: true, where: text, yes: [], no: []}
  other:
    - {match: '^Date of previous inspection:\s*(?P<value>.*)$', yes: [], no: []}
closing:
  - {match: '^Yours sincerely', yes: [], no: []}
headings:
  - {match: '^Findings$', yes: [], no: []}
"""
HEAD = "Inspectorate of Harbours\n6 Quay Street\nNottingham\n\n1 May 2018\n\nDear Ms Fenwick\n\n"
TITLE = "Visit to the harbour of Norbury\n\n"
SENTENCE = "Between 5 and 9 March 2018, inspectors came to see the ferry and everybody who sails on it.\n\n"


@pytest.fixture
def letter(tmp_path: Path) -> Profile:
    folder = tmp_path / "frameworks"
    folder.mkdir()
    (folder / "letter.yml").write_text(LETTER, encoding="utf-8")
    (profile,) = load_profiles.__wrapped__(folder)
    return profile


def cover(text: str, profile: Profile, body: str = "") -> Cover:
    return read_cover(read_text(text)[1], read_text(body)[1], profile)


def made(folder: Path, text: str, profile: Profile) -> Report:
    path = folder / "letter.txt"
    path.write_text(text, encoding="utf-8")
    source = read(path)
    return inspection_report(source, source.lines, profile)


# ---------------------------------------------------------------- which framework


def framework(folder: Path, text: str) -> str:
    path = folder / "letter.txt"
    path.write_text(text, encoding="utf-8")
    return framework_of(read(path)).slug


ADDRESSEES = "".join(f"Person {n}, keeper of light {n}\n\n" for n in range(40))


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        (HEAD + TITLE + SENTENCE, "letter"),
        (ADDRESSEES + HEAD + TITLE + SENTENCE, "letter"),
        (ADDRESSEES + TITLE + SENTENCE, "unknown"),
        (ADDRESSEES + HEAD + SENTENCE * 4 + TITLE, "unknown"),
        (ADDRESSEES * 3 + HEAD + TITLE, "unknown"),
        (ADDRESSEES + HEAD + "Inspection of Norbury children's services\n\n" + SENTENCE, "unknown"),
        ("Inspection of Norbury children's services\n\n" + HEAD + TITLE, "ilacs"),
    ],
    ids=["near the top", "far below", "no salutation", "not right below it", "no letter's head", "no letter", "first"],
)
def test_a_letter_s_title_stands_below_the_salutation(
    letter: Profile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, slug: str
) -> None:
    monkeypatch.setattr("converter.recognise.load_profiles", lambda: (*load_profiles(), letter))
    assert framework(tmp_path, text) == slug


# ---------------------------------------------------------------- the facts


def test_the_place_in_the_title_comes_before_the_town_of_the_letterhead(letter: Profile) -> None:
    found = cover(HEAD + TITLE, letter).authority
    assert found is not None
    assert found.slug == "norbury"


def test_the_place_in_a_sentence_where_the_title_has_none(letter: Profile) -> None:
    body = "In March the harbour of Eastmere was visited."
    found = cover(HEAD + "Visit to the harbour of\n\n", letter, body).authority
    assert found is not None
    assert found.slug == "eastmere"


@pytest.mark.parametrize(
    ("front", "body", "end"),
    [
        ("", SENTENCE, date(2018, 3, 9)),
        ("Inspection dates: 6 to 10 March 2023", SENTENCE, date(2023, 3, 10)),
        ("", "Inspection dates: 6 to 10 March 2023", None),
        ("", "Long ago, between 5 and 9 March 2018, inspectors came.", None),
    ],
)
def test_dates_in_a_sentence(letter: Profile, front: str, body: str, end: date | None) -> None:
    assert cover(front, letter, body).end == end


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ofsted\tHealth\n\nAda Fenwick\tColin Marrackby\n\nHMI Lead Inspector\tHealth Inspector", "Ada Fenwick"),
        ("Health\tOfsted\n\nColin Marrackby\tAda Fenwick\n\nHealth Inspector\tLead Inspector", "Ada Fenwick"),
        ("Ada Fenwick\n\nLead Inspector\n\nColin Marrackby\n\nHealth Inspector", "Ada Fenwick"),
        ("Colin Marrackby\tAda Fenwick, HMI, lead inspector", "Ada Fenwick"),
        ("Lead inspector:\tAda Fenwick, HMI", "Ada Fenwick"),
        ("Lead inspector\tAda Fenwick\n\nTeam inspector\tColin Marrackby", "Ada Fenwick"),
        ("Lead inspector\n\nAda Fenwick", "Ada Fenwick"),
        ("Lead Inspector\tAda Fenwick", "Ada Fenwick"),
        ("Lead Inspector", None),
    ],
)
def test_the_lead_inspector_among_those_who_sign(letter: Profile, text: str, name: str | None) -> None:
    assert cover("", letter, text).lead_inspector == name


# ---------------------------------------------------------------- the page


def test_the_front_page_ends_with_the_title_and_its_facts(letter: Profile, tmp_path: Path) -> None:
    report = made(tmp_path, HEAD + TITLE + SENTENCE + "Findings\n\nThe ferry floats.", letter)
    assert [section.slug for section in report.sections] == ["summary", "findings"]
    assert "Between 5 and 9 March" in repr(report.sections[0])
    facts = "Inspection dates: 6 to 10 March 2023\n\nDate of previous inspection: 3 May 2018\n\n"
    report = made(tmp_path, TITLE + facts + "Findings\n\nThe ferry floats.", letter)
    assert [section.slug for section in report.sections] == ["findings"]
    assert (report.start, report.end) == (date(2023, 3, 6), date(2023, 3, 10))


def test_the_end_of_a_letter_is_no_heading(letter: Profile, tmp_path: Path) -> None:
    signed = "Yours sincerely\n\nAda Fenwick\tColin Marrackby\nLead Inspector\tHealth Inspector\n"
    report = made(tmp_path, HEAD + TITLE + SENTENCE + signed, letter)
    assert [section.slug for section in report.sections] == ["summary", "closing"]
    assert not report.sections[1].title
    assert report.lead_inspector == "Ada Fenwick"


def test_an_unknown_place_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "letter.yml").write_text(LETTER.replace("where: above", "where: below"), encoding="utf-8")
    with pytest.raises(SettingsError, match=r"^letter\.yml: inspector: where: 'below' is unknown"):
        load_profiles.__wrapped__(tmp_path)


def test_a_pack_that_tells_of_a_letter_stays_whole(letter: Profile) -> None:
    assert not has_cover(read_text(SENTENCE)[1], letter)
    assert has_cover(read_text("Inspection dates: 6 to 10 March 2023")[1], letter)
    assert not has_cover(read_text("Nothing")[1], profile_named("sif"))
