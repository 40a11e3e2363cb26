"""A cosine schedule drawn by Vega-Lite, without a browser."""
import math
import sys

import vl_convert

steps = int(sys.argv[1])
sys.stdout.write(vl_convert.vegalite_to_svg({
    "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
    "width": 640, "height": 340,
    "data": {"values": [{"step": i, "lr": 0.05 * (1 + math.cos(math.pi * i / steps))} for i in range(steps)]},
    "mark": "line",
    "encoding": {"x": {"field": "step", "type": "quantitative"}, "y": {"field": "lr", "type": "quantitative"}},
}))
