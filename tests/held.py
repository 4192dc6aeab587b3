"""A corpus in small as corpus.json holds it, for tests of what is made from it."""

from __future__ import annotations

from typing import Any

from converter.site.names import Names

NAMES = Names("Pinpoint", "https://norbury.example/site/")
HOSTILE = "</content></entry>]]><script>alert(1)</script>&\x00\x0b\ufffe\"'\u202e"


def report(identity: str = "norbury/2019-03-ilacs", **more: Any) -> dict[str, Any]:
    """A report's data as corpus.json holds it."""
    return {
        "id": identity,
        "kind": "report",
        "url": f"/reports/{identity}/",
        "title": "Norbury: children's services",
        "short": "Norbury 2019",
        "printed_title": "Inspection of Norbury",
        "citation": "Ofsted, Norbury, 2019",
        "authority": {"slug": "norbury", "name": "Norbury"},
        "publisher": None,
        "framework": "ilacs",
        "inspection": {"start": "2019-03-04", "end": "2019-03-15"},
        "published": "2019-05-02",
        "source_url": None,
        "licence": "Crown copyright.",
        "earlier": None,
        "lead_inspector": "Ada Quill",
        "overall": "good",
        "quality": {"status": "complete", "words_kept": 1.0, "problems": []},
        "sources": [],
        "parent": None,
        "children": [],
        "judgements": [judgement("overall", "good")],
        "sections": [],
        "paragraphs": [],
        "recommendations": [],
        "references": [],
        **more,
    }


def judgement(area: str, grade: str) -> dict[str, str]:
    return {"area": area, "label": "As printed", "grade": grade, "anchor": f"judgement-{area}"}


def point(text: str, **more: Any) -> dict[str, Any]:
    nothing = dict.fromkeys(("deadline", "to", "ref", "outcome"))
    return {"anchor": "p7", "text": text, **nothing, "themes": [], **more}


def corpus(*reports: dict[str, Any]) -> dict[str, Any]:
    theme = {"slug": "care-leavers", "name": "Care leavers", "description": "Young people who have left care."}
    return {"version": "1", "themes": [theme], "reports": list(reports)}


TWO = [judgement("help-and-protection", "adequate"), judgement("children-in-care", "good")]
HALVES = [{**row, "label": "Overall effectiveness"} for row in TWO]
SINCE_2026 = {"start": "2026-04-13", "end": "2026-04-24"}
