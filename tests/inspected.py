"""Reports as corpus.json holds them, with nothing but dates and judgements, for the tests of pages about these."""

from __future__ import annotations

from typing import Any

from converter.write import frameworks

Json = dict[str, Any]


def inspected(place: str, ended: str, framework: str = "ilacs", /, began: str = "", **grades: str) -> Json:
    """A report with the given grades; an area's name is written with underscores, `__` stands for a slash."""
    areas = {name.replace("__", "/").replace("_", "-"): grade for name, grade in grades.items()}
    identity = f"{place.lower().replace(' ', '-')}/{ended[:7]}-{framework}"
    return {
        "id": identity,
        "kind": "report",
        "url": f"/reports/{identity}/",
        "title": f"{place}, {ended[:4]}",
        "authority": {"slug": identity.partition("/")[0], "name": place},
        "publisher": "Ofsted",
        "framework": framework,
        "inspection": {"start": began or ended, "end": ended},
        "published": None,
        "overall": areas.get("overall"),
        "judgements": [
            {"area": area, "label": f"The {area}", "grade": grade, "anchor": f"judgement-{area.replace('/', '-')}"}
            for area, grade in areas.items()
        ],
        "references": [],
        "paragraphs": [],
        "recommendations": [],
    }


def corpus_of(*reports: Json) -> Json:
    return {"themes": [], "frameworks": frameworks(), "reports": list(reports)}
