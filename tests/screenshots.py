"""Takes the screenshots of the README from a built site: `make screenshots`."""

from __future__ import annotations

import argparse
from io import BytesIO
from pathlib import Path

from conftest import CHROMIUM, serve
from PIL import Image
from playwright.sync_api import sync_playwright

COLOURS = 96
SIZES = {"phone": (390, 844), "desktop": (1440, 900)}
PACK = "reports/norbury-children-and-families-scrutiny-committee/2016-03-10/"
PAGES = {
    "report": "reports/norbury/2019-03-ilacs/",
    "paragraph": "reports/norbury/2015-06-sif/#p20",
    "home": "",
    "search": "search/?q=care+leavers",
    "theme": "themes/care-leavers/",
    "authority": "authorities/norbury/",
    "pack": PACK,
    "item": PACK + "item-5/",
}


def take(site: Path, folder: Path, names: list[str], schemes: list[str], sizes: list[str]) -> None:
    """Write one PNG for each page, colour scheme and size."""
    server, base = serve(site)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        for scheme in schemes:
            for size in sizes:
                width, height = SIZES[size]
                context = browser.new_context(
                    viewport={"width": width, "height": height}, color_scheme="dark" if scheme == "dark" else "light"
                )
                page = context.new_page()
                for name in names:
                    page.goto(f"{base}/{PAGES[name]}")
                    page.wait_for_load_state("networkidle")
                    page.wait_for_timeout(400)
                    picture = Image.open(BytesIO(page.screenshot()))
                    picture.quantize(COLOURS).save(folder / f"{name}-{size}-{scheme}.png", optimize=True)
                context.close()
        browser.close()
    server.shutdown()
    server.server_close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", nargs="+", choices=PAGES, default=list(PAGES))
    parser.add_argument("--schemes", nargs="+", choices=["light", "dark"], default=["light", "dark"])
    parser.add_argument("--sizes", nargs="+", choices=SIZES, default=list(SIZES))
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    take(options.site, options.folder, options.pages, options.schemes, options.sizes)


if __name__ == "__main__":
    main()
