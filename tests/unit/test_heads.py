"""The head of a paper: its fields, its title, its number."""

from __future__ import annotations

import pytest

from converter.profiles import profile_named
from converter.read.text import read_text
from converter.recognise.packs.heads import Fields, head_of

PACK = profile_named("committee-pack")


def head(text: str) -> tuple[Fields, str, str]:
    return head_of(read_text(text)[1], PACK)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The committee: it met in March.",
        "Title deeds: kept at Shire House",
        "- Subject: Buses",
        "1. Subject: Buses\n\nSubject: Buses",
        "Subject:\t",
        "Subject\nBuses",
        "subject: Buses",
        "Ward\tName\tAge\tShoes\tHat",
        "a sentence that names CFS/01/16 and no more",
        "Report of a visit",
        f"{'The ferry is slow. ' * 20}\n\nSubject: Buses",
        "Ferry\n" * 30 + "Subject: Buses",
        "**Buses to school**\t",
    ],
)
def test_no_head(text: str) -> None:
    assert head(text) == ((), "", "")


@pytest.mark.parametrize(
    ("text", "fields", "title", "reference"),
    [
        ("Subject: Buses", (("Subject", "Buses"),), "Buses", ""),
        ("Subject:\tBuses", (("Subject", "Buses"),), "Buses", ""),
        ("Subject\tBuses\tto school", (("Subject", "Buses to school"),), "Buses to school", ""),
        ("**Report title:** Buses", (("Report title", "Buses"),), "Buses", ""),
        ("Subject: Buses\nTitle: Ferries", (("Subject", "Buses"), ("Title", "Ferries")), "Buses", ""),
        ("From: Mr Nettlecombe\tTo: The Panel", (("From", "Mr Nettlecombe"), ("To", "The Panel")), "", ""),
        ("Report of the Director of Ferries", (("Report of", "the Director of Ferries"),), "", ""),
        ("Report by Mr Nettlecombe", (("Report by", "Mr Nettlecombe"),), "", ""),
        ("\t\tAGENDA ITEM 3\n\t\tCFS/01/16\nCommittee:\tThe Panel", (("Committee", "The Panel"),), "", "CFS/01/16"),
        ("CFS/01/16\nCFS/02/16", (), "", "CFS/01/16"),
        ("Date: 4 May 2021\n**Buses to school**\t", (("Date", "4 May 2021"),), "Buses to school", ""),
        ("Date: 4 May 2021\nBuses to school\t", (("Date", "4 May 2021"),), "", ""),
        ("Subject: Ferries\n**Buses to school**\t", (("Subject", "Ferries"),), "Ferries", ""),
        ("Subject: Buses\n\n1. Context\n\nFrom: Mr Nettlecombe", (("Subject", "Buses"),), "Buses", ""),
        ("Subject: Buses: who pays?", (("Subject", "Buses: who pays?"),), "Buses: who pays?", ""),
        ("Subject: <script>", (("Subject", "<script>"),), "<script>", ""),
    ],
)
def test_a_head(text: str, fields: Fields, title: str, reference: str) -> None:
    assert head(text) == (fields, title, reference)
