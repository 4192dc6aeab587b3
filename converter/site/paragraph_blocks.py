"""What the page of a single paragraph takes over from the finished page of its report."""

from __future__ import annotations

import re
from collections.abc import Iterator

BLOCK = re.compile(r'<(?P<name>p|div)\b(?:\s[\w:-]+(?:="[^"]*")?)*?\sid="(?P<id>[^"]+)"[^<>]*>')
HEADED = re.compile(
    r'<h(?P<level>[2-6])\b[^<>]*>\s*(?P<number><a class="number"[^<>]*\sid="(?P<id>[^"]+)"[^<>]*>[^<>]*</a>)'
    r"(?P<title>(?:(?!</h[2-6]>).)*)</h(?P=level)>"
    r'(?P<body>.*?)(?=<h[1-6]\b|<(?:p|div) class="(?:between|paragraph)\b|<(?:p|div)[^<>]*><a class="number"'
    r"|</article>)",
    re.DOTALL,
)
DIV = re.compile(r"<(?P<end>/?)div\b")
LINK = re.compile(r'(?P<name>\s(?:href|src))="(?P<to>[^"]*)"')
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|/", re.IGNORECASE)
SOURCE = '<div class="source">'
SAID = re.compile(r"<dt>(?P<term>Source|Made from|Licence)</dt><dd>(?P<said>.*?)</dd>", re.DOTALL)


def blocks_in(built: str) -> Iterator[tuple[str, str]]:
    """Every block of a page with its anchor, as it stands there; a numbered heading with what stands under it."""
    for match in BLOCK.finditer(built):
        end = built.find("</p>", match.end()) + 4 if match["name"] == "p" else end_of_div(built, match.end())
        yield match["id"], built[match.start() : end]
    for match in HEADED.finditer(built):
        whole = len(DIV.findall(match["body"])) == 2 * match["body"].count("</div>")
        title = f"<h2>{match['number']} {match['title'].strip()}</h2>"
        yield match["id"], f"{title}\n{match['body'].strip() if whole else ''}"


def end_of_div(text: str, start: int) -> int:
    """Where the element ends whose content begins at `start`."""
    depth = 1
    for match in DIV.finditer(text, start):
        depth += -1 if match["end"] else 1
        if depth == 0:
            return text.index(">", match.end()) + 1
    return len(text)


def source_line(built: str) -> str:
    """The source and the licence at the foot of a report's page, in one line."""
    rows = SAID.findall(built.partition(SOURCE)[2])
    return f'<p class="source">{". ".join(f"{term}: {said}" for term, said in rows)}</p>' if rows else ""


def moved_down(body: str) -> str:
    """A block of a report's page as it stands in a folder below that page."""
    return LINK.sub(lambda match: f'{match["name"]}="{below(match["to"])}"', body)


def below(link: str) -> str:
    return link if ELSEWHERE.match(link) else f"../{link}"
