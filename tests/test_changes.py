"""The summary of a pull request: which reports and how many paragraphs it adds."""

from __future__ import annotations

import copy
from typing import Any

from conftest import Built

from converter.site.changes import changes
from converter.site.corpus import load_corpus


def corpus(built: Built) -> dict[str, Any]:
    return copy.deepcopy(load_corpus(built.docs))


def test_nothing_changed(samples: Built) -> None:
    lines = list(changes(corpus(samples), corpus(samples)))
    assert lines[2] == "+0 paragraphs, +0 judgements, +0 recommendations"
    assert lines[-1] == "No report changes."


def test_a_new_report_and_one_that_is_gone(samples: Built) -> None:
    before, after = corpus(samples), corpus(samples)
    before["reports"] = [row for row in before["reports"] if row["id"] != "norbury/2019-03-ilacs"]
    after["reports"] = [row for row in after["reports"] if row["id"] != "norbury/2015-06-sif"]
    lines = list(changes(before, after))
    assert lines[2] == "-11 paragraphs, -3 judgements, -4 recommendations"
    assert "- new: Norbury: children's services, March 2019 (23 numbered paragraphs)" in lines
    assert "- **gone**: Norbury: children's services (single inspection), June 2015 (34 numbered paragraphs)" in lines
    assert len(lines) == 6


def test_a_changed_report(samples: Built) -> None:
    before, after = corpus(samples), corpus(samples)
    report = next(row for row in after["reports"] if row["id"] == "norbury/2011-11-slac")
    report["paragraphs"] = [row for row in report["paragraphs"] if row["number"] != "26"]
    lines = list(changes(before, after))
    assert lines[-1] == "- changed: Norbury: safeguarding and looked after children, November 2011 (-1 paragraphs)"
