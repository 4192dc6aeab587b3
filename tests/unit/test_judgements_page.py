"""The register of judgements: the latest of each area, and the reasons for those that are not there."""

from __future__ import annotations

import re

from inspected import Json, corpus_of, inspected

from converter.directory import directory
from converter.site.judgements import judgements_page

LARGEST = 300_000
REAL = (
    inspected("Essex", "2014-02-05", "sif", overall="good", adoption="good"),
    inspected("Essex", "2023-06-30", overall="outstanding", care_leavers="outstanding"),
    inspected("Brent", "2018-05-18", overall="good", children_in_care="outstanding"),
)


def rows(*reports: Json) -> dict[str, str]:
    """The rows of the table by what stands in their heads."""
    text = judgements_page(corpus_of(*reports))
    found = re.findall(r'(<tr[^>]*><th scope="row">(?:<a[^>]*>)?([^<]+).*?</tr>)', text)
    return {name: row for row, name in found}


def cells(row: str) -> list[str]:
    return [re.sub(r"<[^>]+>", "", cell).strip() for cell in re.findall(r"<td.*?</td>", row)]


def test_nothing_is_held() -> None:
    assert "No report with grades is held yet." in judgements_page(corpus_of())
    assert "<table" not in judgements_page(corpus_of(inspected("Norbury", "2018-10-05", "area-send")))


def test_each_area_has_its_latest_grade_and_the_year_where_that_is_earlier() -> None:
    found = rows(*REAL)
    missing = "not found in the report"
    assert cells(found["Essex"]) == [
        *("June 2023", "Outstanding", missing, missing, missing, "Outstanding", "Good 2014", f"{missing} 2014"),
    ]
    assert cells(found["Brent"])[-3:] == ["judged with children in care", *["–not part of the inspection"] * 2]
    assert 'href="../reports/essex/2014-02-sif/#judgement-adoption"' in found["Essex"]
    assert 'data-region="east-of-england" data-year="2023" data-framework="ilacs"' in found["Essex"]
    assert '<td data-value="4">' in found["Essex"]


def test_authorities_that_are_not_held_are_folded_away_below_the_table() -> None:
    assert list(rows(*REAL)) == ["Brent", "Essex"]
    text = judgements_page(corpus_of(*REAL))
    folded = text[text.index("</table>") : text.index("</details>")]
    names = re.findall(r"<li>(.*?)</li>", folded)
    assert len(names) == sum(1 for entry in directory().values() if not entry.until) - 2
    assert f"<summary>{len(names)} authorities without a report here</summary>" in folded
    assert "Kent" in names
    assert not {"Essex", "Cumbria"} & set(names)
    assert "<details" not in judgements_page(corpus_of(inspected("Norbury", "2019-03-08", overall="good")))


def test_an_abolished_authority_is_there_when_it_is_held() -> None:
    assert "Cumbria" in rows(inspected("Cumbria", "2017-11-01", "sif", overall="good"))


def test_the_filters_offer_what_the_rows_have() -> None:
    text = judgements_page(corpus_of(*REAL))
    form = text[text.index("<form") : text.index("</form>")]
    assert re.findall(r'<option value="([^"]+)">', form) == ["east-of-england", "london", "2023", "2018", "ilacs"]
    assert ' data-for="judged-last" hidden>' in form
    assert '<table class="pp-table register judged" id="judged-last">' in text


def test_a_report_without_a_date_is_there_and_of_no_year() -> None:
    undated = inspected("Norbury", "2019-03-08", overall="good")
    text = judgements_page(corpus_of({**undated, "inspection": {"start": None, "end": None}}))
    assert 'name="year"><option value="">Any year</option></select>' in text
    assert '<tr data-framework="ilacs"><th scope="row"><a href="../authorities/norbury/">' in text


def test_every_authority_fits_on_a_page() -> None:
    grades = dict.fromkeys(("overall", "leadership", "help_and_protection", "lscb"), "requires-improvement")
    grades |= dict.fromkeys(("children_in_care", "care_leavers", "adoption"), "requires-improvement")
    places = [entry.name for entry in directory().values() if not entry.until]
    reports = [inspected(name, "2015-06-12", "sif", **grades) for name in places]
    reports += [inspected(name, "2026-05-08", leadership="inadequate") for name in places]
    text = judgements_page(corpus_of(*reports))
    assert text.count("<tr data-") == len(places) == 153
    assert len(text) < LARGEST
