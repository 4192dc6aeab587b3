"""Takes a picture of each kind of page of the sample site, on a phone and a desk, light and dark: `make screenshots`.

    python tests/screenshots.py SITE FOLDER [--kinds home report] [--sizes phone] [--schemes light] [--sheet FILE]

Each is one screen, of few colours so that it is small, and the same bytes while the page looks the same. A picture in
the folder that belongs to no kind is removed. `--sheet` puts all of them on one picture, to be looked at.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Sequence
from io import BytesIO
from itertools import product
from pathlib import Path
from typing import Literal

from conftest import CHROMIUM
from kinds import KINDS
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from bench.served import served

SHOWN = KINDS | {"not found": "reports/norbury/care-leavers/"}
COLOURS, END = 32, ".webp"
SIZES = {"phone": (390, 844), "desktop": (1440, 900)}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
SHEET, COLUMNS = {"phone": (195, 422), "desktop": (675, 422)}, 4
READY = """async () => {
  await document.fonts.ready;
  while (document.querySelector("#search-form") && !document.querySelector("#search-results li")) {
    await new Promise((done) => setTimeout(done, 50));
  }
}"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--kinds", nargs="+", choices=SHOWN, default=list(SHOWN))
    parser.add_argument("--sizes", nargs="+", choices=SIZES, default=list(SIZES))
    parser.add_argument("--schemes", nargs="+", choices=SCHEMES, default=list(SCHEMES))
    parser.add_argument("--sheet", type=Path, help="a picture of all the pictures")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    take(options.site, options.folder, options.kinds, options.sizes, options.schemes)
    belonging = {name_of(*of) for of in product(SHOWN, SIZES, SCHEMES)}
    for stale in {path.name for path in options.folder.iterdir()} - belonging:
        (options.folder / stale).unlink()
    if options.sheet:
        sheet(options.folder).save(options.sheet)
    pictures = list(options.folder.glob(f"*{END}"))
    size = sum(path.stat().st_size for path in pictures)
    print(f"{len(pictures)} pictures in {options.folder}, {size / 1000:,.0f} KB")


def name_of(kind: str, size: str, scheme: str) -> str:
    return f"{kind.replace(' ', '-')}-{size}-{scheme}{END}"


def take(
    site: Path, folder: Path, kinds: Sequence[str], sizes: Sequence[str], schemes: Sequence[Literal["light", "dark"]]
) -> None:
    """Write a picture of each kind of page in each size and colour scheme."""
    with served(site) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        for size, scheme in product(sizes, schemes):
            page = opened(browser, size, scheme)
            for kind in kinds:
                page.goto(base + SHOWN[kind], wait_until="networkidle")
                (folder / name_of(kind, size, scheme)).write_bytes(picture(page))
            page.context.close()
        browser.close()


def opened(browser: Browser, size: str, scheme: Literal["light", "dark"]) -> Page:
    """A page on which nothing moves."""
    width, height = SIZES[size]
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce"
    )
    return context.new_page()


def picture(page: Page) -> bytes:
    """What is on the screen, in few colours."""
    page.evaluate(READY)
    taken = page.screenshot(animations="disabled", caret="hide")
    made = BytesIO()
    few = Image.open(BytesIO(taken)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few.convert("RGB").save(made, "WEBP", lossless=True, method=4)  # a quarter less than PNG
    return made.getvalue()


def sheet(folder: Path) -> Image.Image:
    """All pictures of a folder on one: of each kind and colour scheme the desk's beside the phone's."""
    wide, narrow = SHEET["desktop"], SHEET["phone"]
    paths = sorted(folder.glob(f"*-desktop-*{END}"))
    cell = (wide[0] + narrow[0] + 30, wide[1] + 20)
    made = Image.new("RGB", (COLUMNS * cell[0], math.ceil(len(paths) / COLUMNS) * cell[1]), "#999")
    for at, path in enumerate(paths):
        x, y = at % COLUMNS * cell[0], at // COLUMNS * cell[1]
        made.paste(Image.open(path).convert("RGB").resize(wide), (x, y))
        phone = path.with_name(path.name.replace("-desktop-", "-phone-"))
        if phone.is_file():
            made.paste(Image.open(phone).convert("RGB").resize(narrow), (x + wide[0] + 10, y))
    return made


if __name__ == "__main__":
    main()
