#!/usr/bin/env python3
"""Renders a folder of SVGs with every renderer at hand and puts them side by side, to be looked at.

    python3 contact_sheet.py FOLDER SHEET.png [--match TEXT] [--renderers chromium,dark,rsvg,cairosvg,resvg]

One row a picture, one column a renderer. Chromium draws twice: on a light page and on a dark one. A renderer that is
not installed is left out with a word on stderr. Needs Pillow, or ImageMagick's `montage` in its place.
"""

import argparse
import html
import importlib.util
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

BROWSERS = ["chromium", "chromium-browser", "google-chrome", "chrome"]
PAGES = {"chromium": ("#ffffff", 0), "dark": ("#0d1117", 1)}


def size(svg: Path) -> tuple[int, int]:
    """The intrinsic size."""
    found = re.search(rb'<svg[^>]*? width="(\d+)"[^>]*? height="(\d+)"', svg.read_bytes())
    return (int(found[1]), int(found[2])) if found else (720, 400)


def browse(svg: Path, png: Path, name: str) -> bool:
    """Draws with Chromium, the picture in an <img> as on most pages."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if not browser:
        return False
    background, scheme = PAGES[name]
    page = png.with_suffix(".html")
    colour_scheme = "dark" if scheme else "light"
    page.write_text(
        f"<!doctype html><meta charset=utf-8><style>:root{{color-scheme:{colour_scheme}}}"
        f"body{{margin:0;background:{background}}}img{{display:block}}</style>"
        f'<img src="{html.escape(svg.resolve().as_uri())}">'
    )
    width, height = size(svg)
    return run(
        browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--allow-file-access-from-files",
        f"--blink-settings=preferredColorScheme={0 if scheme else 1}", f"--window-size={width},{height}",
        f"--screenshot={png}", page.as_uri(),
    )


def run(*command: str) -> bool:
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=120)
    if done.returncode:
        print(f"{command[0]}: {done.stderr.decode(errors='replace').strip()[-200:]}", file=sys.stderr)
    return done.returncode == 0


def cairo(svg: Path, png: Path) -> bool:
    import cairosvg

    try:
        cairosvg.svg2png(url=str(svg), write_to=str(png))
    except Exception as error:  # Any failure to draw is what the sheet is to show.
        print(f"cairosvg: {svg.name}: {error}", file=sys.stderr)
        return False
    return True


RENDERERS = {
    "chromium": (lambda: any(map(shutil.which, BROWSERS)), lambda svg, png: browse(svg, png, "chromium")),
    "dark": (lambda: any(map(shutil.which, BROWSERS)), lambda svg, png: browse(svg, png, "dark")),
    "rsvg": (lambda: shutil.which("rsvg-convert"), lambda svg, png: run("rsvg-convert", "-o", str(png), str(svg))),
    "cairosvg": (lambda: importlib.util.find_spec("cairosvg"), cairo),
    "resvg": (lambda: shutil.which("resvg"), lambda svg, png: run("resvg", "--sans-serif-family", "DejaVu Sans", str(svg), str(png))),
}


def assemble(rows: list[list[Path | None]], columns: int, sheet: Path) -> None:
    try:
        from PIL import Image
    except ImportError:
        tiles = [str(tile) if tile else "null:" for row in rows for tile in row]
        if not run("montage", *tiles, "-tile", f"{columns}x", "-geometry", "+8+8", "-background", "#888", str(sheet)):
            sys.exit("neither Pillow nor montage can make the sheet")
        return
    images = [[Image.open(tile).convert("RGBA") if tile else None for tile in row] for row in rows]
    widths = [max((row[column].width for row in images if row[column]), default=1) for column in range(columns)]
    heights = [max((image.height for image in row if image), default=1) for row in images]
    paper = Image.new("RGBA", (sum(widths) + 8 * (columns + 1), sum(heights) + 8 * (len(rows) + 1)), "#888888")
    y = 8
    for row, height in zip(images, heights):
        x = 8
        for image, width in zip(row, widths):
            if image:
                paper.paste(image, (x, y), image)
            x += width + 8
        y += height + 8
    paper.convert("RGB").save(sheet)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("sheet", type=Path)
    parser.add_argument("--match", default="", help="only pictures whose name matches this regular expression")
    parser.add_argument("--renderers", default=",".join(RENDERERS))
    options = parser.parse_args()
    names = []
    for name in options.renderers.split(","):
        if name not in RENDERERS:
            parser.error(f"no renderer {name}; there are {', '.join(RENDERERS)}")
        if RENDERERS[name][0]():
            names.append(name)
        else:
            print(f"{name} is not installed, left out", file=sys.stderr)
    pictures = [svg for svg in sorted(options.folder.glob("*.svg")) if re.search(options.match, svg.stem)]
    if not names or not pictures:
        sys.exit("nothing to draw")
    with tempfile.TemporaryDirectory() as folder:
        rows = []
        for svg in pictures:
            row = []
            for name in names:
                png = Path(folder) / f"{svg.stem}.{name}.png"
                row.append(png if RENDERERS[name][1](svg, png) and png.exists() else None)
            rows.append(row)
        assemble(rows, len(names), options.sheet)
    print(f"{len(pictures)} pictures by {', '.join(names)}")


if __name__ == "__main__":
    main()
