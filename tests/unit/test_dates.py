"""Dates and periods as reports print them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.recognise.dates import MONTHS, days


def d(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Norbury",
        "June",
        "June 2019",
        "in 2019",
        "12",
        "12 June",
        "page 12 of 40",
        "45% of 2019 cases",
        "31 February 2019",
        "0 June 2019",
        "32 June 2019",
        "99/99/2019",
        "30/02/2019",
        "paper CFS/01/16",
        "12 marching bands 2019",
        "between 10.00am and 4.00pm",
        "123 June 2019",
        "3 May 1066",
        "4 June 20190",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert days(text) == ()


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("7 June 2019", "2019-06-07", "2019-06-07"),
        ("28 June – 9 July 2010", "2010-06-28", "2010-07-09"),
        ("11-22 June 2012", "2012-06-11", "2012-06-22"),
        ("11 - 22 June 2012", "2012-06-11", "2012-06-22"),
        ("26 to 30 June 2023", "2023-06-26", "2023-06-30"),
        ("3 May 2016 and 9 to 13 May 2016", "2016-05-03", "2016-05-13"),
        ("14 January 2014 – 5 February 2014", "2014-01-14", "2014-02-05"),
        ("28 November 2016 to 3 January 2017", "2016-11-28", "2017-01-03"),
        ("Thursday, 10 March 2016", "2016-03-10", "2016-03-10"),
        ("Inspection dates: 3 to 7 June 2019", "2019-06-03", "2019-06-07"),
        ("1st of May 2016", "2016-05-01", "2016-05-01"),
        ("2nd, 3rd and 4th Sept. 2016", "2016-09-02", "2016-09-04"),
        ("22nd–26th Feb 2016", "2016-02-22", "2016-02-26"),
        ("5 MARCH 2018", "2018-03-05", "2018-03-05"),
        ("5 March, 2018", "2018-03-05", "2018-03-05"),
        ("29 February 2016", "2016-02-29", "2016-02-29"),
        ("13 until 24 May 2013", "2013-05-13", "2013-05-24"),
        ("7 & 8 May 2013", "2013-05-07", "2013-05-08"),
        ("14/01/2016", "2016-01-14", "2016-01-14"),
        ("26/2/16", "2016-02-26", "2016-02-26"),
        ("Published 9 January 2014, inspected 5 November 2013", "2013-11-05", "2014-01-09"),
        ("12 children were seen on 4 June 2019", "2019-06-04", "2019-06-04"),
    ],
)
def test_finds(text: str, first: str, last: str) -> None:
    found = days(text)
    assert (found[0], found[-1]) == (d(first), d(last))


def test_every_day_of_a_broken_period_is_named() -> None:
    assert days("3 May 2016 and 9 to 13 May 2016") == (d("2016-05-03"), d("2016-05-09"), d("2016-05-13"))


@pytest.mark.parametrize("name", sorted(MONTHS))
def test_every_name_of_a_month(name: str) -> None:
    assert days(f"9 {name} 2015") == (date(2015, MONTHS[name], 9),)


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)), st.dates(date(1990, 1, 1), date(2099, 12, 31)))
def test_a_written_period_is_read_back(one: date, other: date) -> None:
    start, end = sorted((one, other))
    text = f"{start.day} {start:%B} {start.year} to {end.day} {end:%B} {end.year}"
    assert days(text) == (start, end)


@given(st.text(max_size=80))
def test_any_text_gives_days_in_order(text: str) -> None:
    found = days(text)
    assert list(found) == sorted(found)
