"""What a document is about, as a line at its foot that leads to the same themes elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from converter.link import Corpus
from converter.model import Report
from converter.write.escape import inline_text
from converter.write.places import link_to, place_anchor, place_slug


def themes_line(report: Report, corpus: Corpus, names: Mapping[str, str]) -> Iterator[str]:
    """The themes of a document's blocks, the most frequent first; each link knows the addresses of its blocks."""
    of: defaultdict[str, list[str]] = defaultdict(list)
    for section in report.sections:
        for part in section.content:
            anchor = getattr(part, "anchor", "")
            for slug in corpus.themes.get((report.id, anchor), ()):
                of[slug].append(anchor)
    if not of:
        return
    place = place_slug(report.id, report.authority.slug if report.authority else "")
    links = []
    for slug, anchors in sorted(of.items(), key=lambda entry: (-len(entry[1]), entry[0])):
        to = f"{link_to(report, f'themes/{slug}/{place}.md')}#{place_anchor(report.id)}"
        name = inline_text(names.get(slug, slug))
        links.append(f'[{name}]({to}){{ data-of="{" ".join(anchors)}" }} {len(anchors)}')
    yield f"Paragraphs by theme: {', '.join(links)}\n{{ .themes }}"
