"""A changed report is linked by itself as the whole corpus would have it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_related import ASKING, LEAVERS, MISSING, OTHERS, PLANS, RETURNS, TALKS
from test_related import report as bare

from converter.link import link
from converter.link.again import relink
from converter.link.gists import gists_of
from converter.link.references.listen import heard_in
from converter.link.repeats import all_asks
from converter.model import Report, SourceRef


def report(slug: str, year: int, *said: tuple[str, str]) -> Report:
    return replace(bare(slug, year, *said), sources=(SourceRef(f"{slug}.pdf", f"{slug} {year}"),))


WELL = report("eastmere", 2019, (LEAVERS, PLANS), (MISSING, RETURNS))
OWN = replace(ASKING, sources=(SourceRef("norbury.pdf", "norbury"),))
HELD = [OWN, WELL, report("withenby", 2016, *OTHERS)]
CHANGED = report("norbury", 2015, (MISSING, "An empty paragraph."), (MISSING, TALKS))


def test_what_is_unchanged_stays_as_it_is() -> None:
    before = link(HELD)
    again = relink(before, [HELD[0]])
    assert replace(again, answers=before.answers) == before
    assert [one.passage.address for one in again.answers[OWN.id]] == ["eastmere/2019-03-sif#p2"]


def test_a_changed_report_has_what_the_whole_gives_it_and_others_keep_theirs() -> None:
    before = link(HELD)
    assert before.related[OWN.id, "p1"] == ("eastmere/2019-03-sif#p2",)
    after = relink(before, [CHANGED])
    assert (OWN.id, "p1") not in after.related
    assert after.related[OWN.id, "p2"] == ("eastmere/2019-03-sif#p2",)
    assert after.related[WELL.id, "p2"] == before.related[WELL.id, "p2"]
    assert [one.point.anchor for one in after.answers[OWN.id]] == ["p2"]
    assert after.themes == link([CHANGED, *HELD[1:]]).themes
    assert [one.id for one in after.reports] == [one.id for one in before.reports]


def test_a_new_report_stands_at_the_end_and_after_its_predecessor() -> None:
    new = report("norbury", 2021, (MISSING, "The inspection in March 2015 found less."), (MISSING, TALKS))
    after = relink(link(HELD), [new])
    assert after.reports[-1].id == new.id
    assert after.earlier[new.id] == OWN.id
    assert [one.to for one in after.reports[-1].references] == [OWN.id]
    assert after.related[new.id, "p2"] == ("eastmere/2019-03-sif#p2",)
    assert after.later == {OWN.id: new.id}
    assert relink(after, [new]).reports == after.reports


def test_what_was_found_beforehand_gives_what_link_finds_itself() -> None:
    held = [*HELD, report("norbury", 2021, (MISSING, "The inspection in March 2015 found less."), (MISSING, TALKS))]
    prepared = [replace(one, heard=heard_in(one), gists=gists_of(one), asks=all_asks(one)) for one in held]
    bare, whole = link(held), link(prepared)
    assert [replace(one, heard=None, asks=None) for one in whole.reports] == list(bare.reports)
    assert whole.related == bare.related != {}
    assert list(whole.answers) == list(bare.answers) != []
    assert whole.repeats == bare.repeats


def test_several_processes_give_what_one_gives(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("converter.link.neighbours.MANY", 0)
    one, several = link(HELD), link(HELD, workers=3)
    assert one.related == several.related != {}
    assert [str(some) for some in one.answers[OWN.id]] == [str(some) for some in several.answers[OWN.id]]
