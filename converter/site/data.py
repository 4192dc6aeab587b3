"""The data files of the published site."""

from __future__ import annotations

import json
from collections.abc import Mapping

from converter.site.corpus import Json, numbered

SUMMARY = ("id", "kind", "url", "title", "authority", "framework", "inspection", "published", "overall")


def data_files(corpus: Json) -> Mapping[str, str]:
    """Every data file by its place on the site."""
    files = {"data/reports.json": dump({"reports": [summary(report) for report in corpus["reports"]]})}
    files |= {f"data/reports/{report['id']}.json": dump(report) for report in corpus["reports"]}
    return files


def summary(report: Json) -> Json:
    """A report's row in the list of reports, without its text."""
    return {
        **{key: report[key] for key in SUMMARY},
        "paragraphs": numbered(report),
        "data": f"/data/reports/{report['id']}.json",
    }


def dump(content: Json) -> str:
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"
