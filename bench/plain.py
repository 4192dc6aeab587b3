"""What any such site costs at least: `pdftotext -layout` on the PDFs, and Material as it comes on the same Markdown."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from bench.tree import Cost, cost_of

# Our Markdown extensions, so that the text becomes the same HTML; no hooks; all else as the theme comes.
SETTINGS = """site_name: Plain
docs_dir: {docs}
site_dir: {site}
theme: {{name: material}}
plugins: [search]
markdown_extensions: [attr_list, footnotes, md_in_html, tables, {{toc: {{toc_depth: 2-4}}}}]
validation:
  nav: {{omitted_files: ignore}}
  links: {{not_found: ignore, anchors: ignore, unrecognized_links: ignore, absolute_links: ignore}}
{nav}"""
HOME_ALONE = "nav: [Home: index.md]\n"


def poppler(reports: Path, at_once: int, env: Mapping[str, str], log: Path) -> Cost:
    """`pdftotext -layout` on every PDF of a folder, so many at once."""
    program = shutil.which("pdftotext") or sys.exit("bench.plain: needs pdftotext (Debian: poppler-utils)")
    each = f'find "$0" -name "*.pdf" -print0 | sort -z | xargs -0 -P {at_once} -I % {program} -layout % /dev/null'
    return cost_of(["sh", "-c", each, str(reports)], reports, env, log)


def material(pages: Path, folder: Path, env: Mapping[str, str], listed: bool = True) -> Cost:
    """Material with its own search on the Markdown of `pages`; `listed`: with all in its navigation, as by default."""
    shutil.rmtree(folder, ignore_errors=True)
    docs, site, settings = folder / "docs", folder / "site", folder / "mkdocs.yml"
    copied(pages, docs / "reports")
    (docs / "index.md").write_text("# Reports\n", encoding="utf-8")
    settings.write_text(SETTINGS.format(docs=docs, site=site, nav="" if listed else HOME_ALONE), encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(settings)]
    return cost_of(command, folder, env, folder / "log")


def copied(pages: Path, target: Path) -> None:
    """Copy the Markdown, and nothing else."""
    for path in sorted(pages.rglob("*.md")):
        place = target / path.relative_to(pages)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, place)
