# %% [markdown]
# # What engines say of a set of files
#
# `hashes.txt` has a hash on each line. Two pictures come of it: how many engines flag the files,
# over the time of their analysis, and what each engine says of them. The key is that of
# `VT_API_KEY`.

# %%
from datetime import datetime
from html import escape
from pathlib import Path

import polars as pl

from vt_sdk import VirusTotal, tables

# %% [markdown]
# The reports as two tables: a row of each file, and a row of each result of an engine.

# %%
hashes = Path("hashes.txt").read_text("utf-8").split()
with VirusTotal() as vt:
    reports = [item.value for item in vt.files.get_reports(hashes) if item.value]
if not reports:
    raise SystemExit("nobody has ever sent one of these files")

stats = [f"last_analysis_stats.{name}" for name in ("malicious", "undetected")]
files = tables.to_polars(tables.rows(reports, "file", columns=["last_analysis_date", *stats]))
results = tables.to_polars(tables.engine_rows(reports))

# %% [markdown]
# Detections over time: for each file the share of engines that call it malicious, of those that do
# or find nothing.

# %%
share = pl.col(stats[0]) / (pl.col(stats[0]) + pl.col(stats[1]))
points = files.select("last_analysis_date", share=share).drop_nulls().sort("last_analysis_date")
print(points.group_by_dynamic("last_analysis_date", every="1mo").agg(pl.len(), pl.mean("share")))

# %% [markdown]
# Engines by category: what those say of the files that flag most of them.

# %%
colours = {"malicious": "#b3261e", "suspicious": "#e39a1d", "harmless": "#1e6b3a"}
colours |= {"undetected": "#9bb8a5", "other": "#d0d3d6"}
category = pl.when(pl.col("category").is_in([*colours])).then("category").otherwise(pl.lit("other"))
engines = (
    results.group_by("engine")
    .agg((category == name).sum().alias(name) for name in colours)
    .sort("malicious", "engine", descending=[True, False])
    .head(15)
)
print(engines)

# %% [markdown]
# The pictures, in SVG.

# %%
WIDTH, LEFT, RIGHT = 900, 150, 860


def text(x: float, y: float, words: str, anchor: str = "start") -> str:
    return f'<text x="{x:.0f}" y="{y:.0f}" text-anchor="{anchor}">{escape(words)}</text>'


def bar(x: float, y: float, width: float, colour: str) -> str:
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="16" fill="{colour}"/>'


def picture(title: str, height: int, parts: list[str]) -> str:
    head = f'<text x="0" y="18" font-size="16" font-weight="bold">{escape(title)}</text>'
    size = f'width="{WIDTH}" height="{height}" font-family="sans-serif" font-size="12"'
    paper = f'{size} style="background:#fff"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {paper}>{head}{"".join(parts)}</svg>'


def over_time(points: list[tuple[datetime, float]]) -> str:
    top, bottom, first, last = 40, 300, points[0][0], points[-1][0]
    parts = []
    for percent in range(0, 101, 25):
        y = bottom - (bottom - top) * percent / 100
        parts.append(f'<path d="M{LEFT} {y:.0f}H{RIGHT}" stroke="#ddd"/>')
        parts.append(text(LEFT - 8, y + 4, f"{percent} %", "end"))
    for fifth in range(6):
        x, moment = LEFT + (RIGHT - LEFT) * fifth / 5, first + (last - first) * fifth / 5
        parts.append(text(x, bottom + 20, f"{moment:%d %b %Y}", "middle"))
    for moment, share in points:
        x = LEFT + (RIGHT - LEFT) * ((moment - first) / (last - first) if last > first else 0)
        y, colour = bottom - (bottom - top) * share, colours["malicious" if share else "harmless"]
        parts.append(f'<circle cx="{x:.0f}" cy="{y:.0f}" r="5" fill="{colour}" opacity="0.6"/>')
    return picture("Share of engines that flag a file, by the time of its analysis", 330, parts)


def by_category(counts: list[dict[str, int]], names: list[str]) -> str:
    parts = []
    for number, (category, colour) in enumerate(colours.items()):
        parts.append(bar(LEFT + number * 110, 32, 16, colour))
        parts.append(text(LEFT + number * 110 + 22, 44, category))
    for number, (name, of_engine) in enumerate(zip(names, counts, strict=True)):
        x, y = float(LEFT), 60 + number * 22
        parts.append(text(LEFT - 8, y + 12, name, "end"))
        for category, colour in colours.items():
            width = (RIGHT - LEFT) * of_engine[category] / len(reports)
            parts.append(bar(x, y, width, colour))
            x += width
    return picture(f"What engines say of {len(reports)} files", 70 + len(names) * 22, parts)


Path("detections.svg").write_text(over_time(points.rows()), "utf-8")
counts = by_category(engines.drop("engine").to_dicts(), engines["engine"].to_list())
Path("engines.svg").write_text(counts, "utf-8")
