#!/usr/bin/env python3
"""Draws twelve schedules with lrplot, matplotlib, Vega-Lite and gnuplot, to be looked at beside one another.

    python3 Tests/SideBySide/side_by_side.py .build/debug/lrplot OUT

OUT/index.html shows them row by row. lrplot gives the numbers, so that all four draw the same curves. Needs matplotlib
and vl-convert-python (PyPI) and gnuplot; a tool that is not there leaves its column empty. The rivals are drawn with
what their users would call good defaults: no frame, a light grid, viridis for series in an order.
"""
import csv
import html
import io
import json
import pathlib
import shutil
import subprocess
import sys

WIDTH, HEIGHT = 720, 400

# A name, the arguments of lrplot, whether the series have an order, whether the axis of the rates is logarithmic.
SCHEDULES = [
    ("1 cosine", ["cosine", "--tmax", "50", "--lr", "0.1"], False, False),
    ("2 one-cycle with momentum", ["onecycle", "--max-lr", "0.1", "--total-steps", "100"], False, False),
    ("3 multistep", ["multistep", "--milestones", "30,60,80", "--epochs", "90"], False, False),
    ("4 plateau with its metric", ["plateau", "--patience", "3", "--metric", "1 / (1 + epoch // 8)", "--epochs", "60"],
     False, False),
    ("5 warm restarts", ["warm-restarts", "--T-0", "10", "--T-mult", "2", "--epochs", "150"], False, False),
    ("6 warm-up, then cosine", ["linear", "--start-factor", "0.1", "--total-iters", "5", "--then", "cosine", "--tmax",
                               "85"], False, False),
    ("7 two groups", ["onecycle", "--max-lr", "[0.01, 0.1]", "--total-steps", "100", "--group", "backbone:lr=0.01",
                      "--group", "head:lr=0.1"], False, False),
    ("8 sweep of gamma", ["exponential", "--epochs", "60", "--sweep", "gamma=0.8,0.9,0.95,0.98,0.99"], True, False),
    ("9 three kinds", ["cosine", "--tmax", "60", "--vs", "step", "--step-size", "20", "--vs", "polynomial",
                       "--total-iters", "60"], False, False),
    ("10 six decades", ["exponential", "--gamma", "0.8", "--epochs", "60", "--y", "log", "--y-min", "1e-7"], False,
     True),
    ("11 twelve layers", ["cosine", "--tmax", "50"]
     + [word for layer in range(1, 13) for word in ("--group", f"layer{layer}:lr={0.1 * 0.75 ** (12 - layer):.6g}")],
     True, False),
    ("12 a million steps", ["transformers.cosine", "--num-warmup-steps", "10000", "--epochs", "1000000", "--lr", "3e-4",
                            ], False, False),
]


def numbers(lrplot, arguments):
    """The columns of a schedule, thinned to what a picture can show."""
    text = subprocess.run([lrplot, *arguments, "--format", "csv"], check=True, capture_output=True, text=True).stdout
    rows = list(csv.reader(io.StringIO(text)))
    head, rows = rows[0], rows[1:]
    rows = rows[:: max(1, len(rows) // 4000)]
    unit = head.index("epoch")
    columns = [
        (name, [float(row[index]) if row[index] else float("nan") for row in rows])
        for index, name in enumerate(head) if index > 1
    ]
    return [float(row[unit]) for row in rows], columns


def panels(columns):
    """The rates, then everything else."""
    rates = [column for column in columns if column[0].split(":")[-1].startswith("lr")]
    rest = [column for column in columns if column not in rates]
    return [rates, rest] if rest else [rates]


def draw_matplotlib(path, title, x, columns, is_ordered, is_log):
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    parts = panels(columns)
    figure, axes = pyplot.subplots(len(parts), 1, sharex=True, figsize=(WIDTH / 100, HEIGHT / 100), squeeze=False)
    for axis, part in zip(axes[:, 0], parts):
        for index, (name, values) in enumerate(part):
            colour = pyplot.cm.viridis(index / max(1, len(part) - 1) * 0.9) if is_ordered else None
            axis.plot(x, values, label=name, color=colour)
        axis.spines[["top", "right"]].set_visible(False)
        axis.grid(alpha=0.3)
        if len(part) > 1:
            axis.legend(frameon=False, fontsize=8)
        axis.set_ylabel("learning rate" if part is parts[0] else part[0][0])
    if is_log:
        axes[0, 0].set_yscale("log")
    axes[-1, 0].set_xlabel("epoch")
    axes[0, 0].set_title(title)
    figure.tight_layout()
    figure.savefig(path, dpi=200)
    pyplot.close(figure)


def draw_vega(path, title, x, columns, is_ordered, is_log):
    import vl_convert

    views = []
    parts = panels(columns)
    for part in parts:
        values = [
            {"epoch": at, "value": value, "series": name}
            for name, column in part for at, value in zip(x, column) if value == value
        ]
        y = {"field": "value", "type": "quantitative", "title": "learning rate" if part is parts[0] else part[0][0]}
        if is_log and part is parts[0]:
            y["scale"] = {"type": "log"}
        encoding = {"x": {"field": "epoch", "type": "quantitative"}, "y": y}
        if len(part) > 1:
            encoding["color"] = {"field": "series", "type": "ordinal" if is_ordered else "nominal", "sort": None}
        views.append({
            "data": {"values": values}, "mark": "line", "encoding": encoding, "width": WIDTH - 120,
            "height": (HEIGHT - 80) // len(parts),
        })
    spec = {"$schema": "https://vega.github.io/schema/vega-lite/v5.json", "title": title, "vconcat": views}
    path.write_bytes(vl_convert.vegalite_to_png(json.dumps(spec), scale=2))


def draw_gnuplot(path, title, x, columns, is_ordered, is_log):
    parts = panels(columns)
    script = [f"set terminal pngcairo size {2 * WIDTH},{2 * HEIGHT} fontscale 2 linewidth 2", f"set output '{path}'",
              "set grid", "set xlabel 'epoch'", f"set multiplot layout {len(parts)},1 title '{title}'"]
    for number, part in enumerate(parts):
        script.append("set logscale y" if is_log and number == 0 else "unset logscale y")
        lines = []
        for index, (name, values) in enumerate(part):
            script.append(f"$d{number}_{index} << EOD")
            script += [f"{at} {value}" for at, value in zip(x, values) if value == value]
            script.append("EOD")
            lines.append(f"$d{number}_{index} using 1:2 with lines title '{name}'")
        script.append("plot " + ", ".join(lines))
    subprocess.run(["gnuplot"], input="\n".join(script), text=True, check=True)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    lrplot, out = sys.argv[1], pathlib.Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    page = ["<!doctype html><meta charset=utf-8><title>Side by side</title>",
            "<style>img{width:100%}table{width:100%;table-layout:fixed}td{vertical-align:top}</style><table>",
            "<tr><th>lrplot<th>matplotlib<th>Vega-Lite<th>gnuplot"]
    for title, arguments, is_ordered, is_log in SCHEDULES:
        stem = title.replace(" ", "-").replace(",", "")
        cells = [f"{stem}-lrplot.svg"]
        picture = subprocess.run([lrplot, *arguments, "--format", "svg"], check=True, capture_output=True).stdout
        (out / cells[0]).write_bytes(picture)
        x, columns = numbers(lrplot, arguments)
        for tool, draw in (("matplotlib", draw_matplotlib), ("vega", draw_vega), ("gnuplot", draw_gnuplot)):
            name = f"{stem}-{tool}.png"
            if tool == "gnuplot" and not shutil.which("gnuplot"):
                cells.append("")
                continue
            try:
                draw(out / name, title, x, columns, is_ordered, is_log)
                cells.append(name)
            except ImportError:
                cells.append("")
        images = "".join(f"<td><img src='{html.escape(cell)}'>" if cell else "<td>not installed" for cell in cells)
        page.append(f"<tr><td colspan=4>{html.escape(title)}<tr>{images}")
        print(title)
    (out / "index.html").write_text("\n".join(page), encoding="utf-8")


if __name__ == "__main__":
    main()
