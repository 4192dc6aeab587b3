"""Records the addresses of a built site as published: `python -m converter.site.accept SITE REPORTS`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from converter.errors import PinpointError
from converter.site.addresses import addresses_of
from converter.site.permalinks import RECORD, record


def main(arguments: Sequence[str]) -> int:
    """Add what a site holds to the record beside its reports."""
    site, reports = map(Path, arguments)
    try:
        if not (site / "index.html").is_file():
            raise PinpointError(f"{site}: holds no built site; run `make site` first")
        addresses = addresses_of(site)
        new = record(reports, addresses)
    except PinpointError as error:
        print(error, file=sys.stderr)
        return 2
    print(f"{reports / RECORD}: {new} new addresses, {len(addresses)} on this site")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
