"""The promise that a published address never breaks: a build against every address published before.

`reports/permalinks.txt` records what was published (see `addresses`), `reports/redirects.yml` where an address went:

    /reports/norbury/2019-04-ilacs/: /reports/norbury/2019-03-ilacs/         # a page, and all that lies below it
    /reports/norbury/2019-03-ilacs/#p57: /reports/norbury/2019-03-ilacs/#p57-2
    /reports/norbury/2008-01-slac/*: /authorities/norbury/                   # all of it to one place
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from converter.errors import PinpointError, SettingsError, printable
from converter.settings import load_yaml
from converter.site.addresses import RANGE, listed, unlisted

RECORD, REDIRECTS = "permalinks.txt", "redirects.yml"
HEAD = (
    "# Every address this site has published: `make accept-permalinks` adds new ones. Take none out: people use them.\n"
)
LINE = re.compile(r"/\S*( [#/]\S*)+")
ADDRESS = re.compile(r"/(?!/).*")
UP = re.compile(r"/\.\.?(/|\s|$)")
DATA = re.compile(r"/data(?P<report>/reports/.+)\.json")
WIDEST = 100_000
NAMED = 20
STEPS = 10
PARAGRAPH = re.compile(r"(?P<page>.*/)(?P<anchor>[^/#]+)/")


@dataclass(frozen=True, slots=True)
class Promise:
    """What was published before, and where some of it went."""

    published: frozenset[str]
    moved: Mapping[str, str]


def load_promise(reports: Path) -> Promise:
    """What the folder of reports says was published and moved; raises SettingsError where a file cannot be used."""
    record, redirects = reports / RECORD, reports / REDIRECTS
    lines = read_record(record) if record.is_file() else []
    return Promise(frozenset(unlisted(lines)), read_redirects(redirects) if redirects.is_file() else {})


def read_record(path: Path) -> list[str]:
    """The lines of the record without comments."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"{path.name}: cannot be read as text in UTF-8; take it back from an earlier version"
        ) from error
    found = [(at, line.strip()) for at, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
    for at, line in found:
        wide = any(
            int(match["last"]) - int(match["first"]) > WIDEST for match in map(RANGE.fullmatch, line.split()) if match
        )
        if not LINE.fullmatch(line) or UP.search(unquote(line)) or wide:
            raise SettingsError(
                f"{path.name}: line {at}: {printable(line[:60])!r} is no list of addresses; "
                "take the line back from an earlier version of the file"
            )
    return [line for _, line in found]


def read_redirects(path: Path) -> Mapping[str, str]:
    """Old addresses with the new ones, each beginning with `/`."""
    content = load_yaml(path) or {}
    if not isinstance(content, dict):
        raise SettingsError(f"{path.name}: is no list of redirects; write `/old/address/: /new/address/`, one a line")
    for old, new in content.items():
        for address in (old, new):
            if not isinstance(address, str) or not ADDRESS.fullmatch(address) or UP.search(unquote(address)):
                raise SettingsError(
                    f"{path.name}: {printable(str(address))!r} is no address of this site; begin it with one /"
                )
    return {unquote(old): unquote(new) for old, new in content.items()}


def record(reports: Path, addresses: Iterable[str]) -> int:
    """Add the addresses to those recorded beside the reports; how many of them are new."""
    before = load_promise(reports).published
    every = before | set(addresses)
    if every != before:
        (reports / RECORD).write_text(HEAD + "\n".join(listed(every)) + "\n", encoding="utf-8")
    return len(every) - len(before)


# ---------------------------------------------------------------- where an address went


def destination(address: str, held: set[str] | frozenset[str], moved: Mapping[str, str]) -> str:
    """Where a published address leads now, itself where nothing changed; empty where it leads nowhere."""
    for _ in range(STEPS):
        if address in held:
            return address
        address = next(redirected(address, moved), "")
    return ""


def redirected(address: str, moved: Mapping[str, str]) -> Iterator[str]:
    """The address to which the most exact rule leads: its own, its paragraph's, or that of a page above it."""
    if address in moved:
        yield moved[address]
    if data := DATA.fullmatch(address):
        page = next(redirected(f"{data['report']}/", moved), "").partition("#")[0]
        yield f"/data{page[:-1]}.json" if page.startswith("/reports/") else page
        return
    own = PARAGRAPH.fullmatch(address)
    if own and (target := moved.get(f"{own['page']}#{own['anchor']}")):
        yield re.sub(r"#(.+)", r"\1/", target)
    for end in range(len(address), 0, -1):
        if address[end - 1] == "/" and (whole := moved.get(f"{address[:end]}*")):
            yield whole
        if address[end - 1] == "/" and (target := moved.get(address[:end])):
            yield target + address[end:]


def broken(promise: Promise, held: set[str]) -> list[str]:
    """The published addresses that would lead nowhere, in order."""
    return sorted(address for address in promise.published - held if not destination(address, held, promise.moved))


def check(promise: Promise, held: set[str]) -> None:
    """Raise PinpointError with one line for each page whose addresses would break."""
    lost = broken(promise, held)
    if not lost:
        return
    lines = listed(lost)
    more = [f"  and {len(lines) - NAMED} pages more"] if len(lines) > NAMED else []
    raise PinpointError(
        "\n".join(
            [
                f"{len(lost)} published address{'es' if len(lost) > 1 else ''} would break:",
                *(f"  {line}" for line in lines[:NAMED]),
                *more,
                f"Bring them back, or say in {REDIRECTS} beside the reports where each went; if this site was never "
                f"published, delete {RECORD}.",
            ]
        )
    )
