#!/usr/bin/env python3
"""compare.py SET THRESHOLDS: exits 1 where a figure of score.py --json (standard input) is below its line SET|MEASURE=FRACTION."""
import json
import sys

name, thresholds = sys.argv[1:]
figures = json.load(sys.stdin)
short = False
for line in open(thresholds, encoding="utf-8"):
    if line.startswith(name + "|"):
        measure, bound = line.strip().split("|", 1)[1].rsplit("=", 1)
        figure = figures.get(measure, {"right": 0, "of": 0})
        if figure["of"] == 0 or figure["right"] / figure["of"] < float(bound):
            print(f"falls short: {measure} {figure['right']}/{figure['of']} is below {bound}")
            short = True
sys.exit(short)
