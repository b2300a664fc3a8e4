"""The job with pandas: Wilson's interval on Kish's effective number of answers."""

import math
import sys

import pandas as pd

file, listing, out = sys.argv[1:]
columns = pd.read_csv(listing)
kinds = columns.groupby("kind")["name"].apply(list)
closed = columns[columns.kind.isin(["single", "scale", "tick"])]["name"].tolist()
wanted = columns[columns.kind != "open"]["name"].tolist()
if file.endswith("xlsx"):
    d = pd.read_excel(file, usecols=wanted)
else:
    text = {c: "category" for c in ["type", "size"] + kinds["single"] + kinds["scale"]}
    d = pd.read_csv(file, usecols=wanted, dtype=text)
d["w2"] = d["weight"] ** 2
z = 1.959963984540054
lines = []


def shares(q, option_sums, by, level):
    """Adds the shares of one group; option_sums has n, weight and w2 by option."""
    weight, squares = option_sums["weight"].sum(), option_sums["w2"].sum()
    base = weight * weight / squares
    for option, n, w in zip(option_sums.index, option_sums["n"], option_sums["weight"]):
        p = w / weight
        middle = (p + z * z / (2 * base)) / (1 + z * z / base)
        half = z / (1 + z * z / base) * math.sqrt(p * (1 - p) / base + z * z / (4 * base * base))
        lines.append(("share", q, option, by, level, n, w, p, None, middle - half, middle + half))
    return base


def chi_square(d, degrees):
    """Returns the upper tail of the chi-square distribution (Wilson and Hilferty)."""
    t = ((d / degrees) ** (1 / 3) - 1 + 2 / (9 * degrees)) / math.sqrt(2 / (9 * degrees))
    return math.erfc(t / math.sqrt(2)) / 2


for q in closed:
    known = d[[q, "type", "size", "weight", "w2"]].dropna()
    if q in kinds["tick"]:
        known[q] = known[q].astype(int)
    fine = known.groupby([q, "type", "size"], observed=True).agg(n=("weight", "size"), weight=("weight", "sum"), w2=("w2", "sum")).reset_index()
    total = fine.groupby(q, observed=True)[["n", "weight", "w2"]].sum()
    base = shares(q, total, "all", "all")
    p = total["weight"] / total["weight"].sum()
    for by in ["type", "size"]:
        table = fine.groupby([by, q], observed=True)[["n", "weight", "w2"]].sum()
        distance, levels = 0.0, 0
        for level in table.index.unique(0):
            sums = table.loc[level].reindex(total.index, fill_value=0)
            shares(q, sums, by, level)
            weight = sums["weight"].sum()
            distance += weight / total["weight"].sum() * (((sums["weight"] / weight - p) ** 2) / p).sum()
            levels += 1
        degrees = (len(total) - 1) * (levels - 1)
        lines.append(("test", q, "", by, "", degrees, None, base * distance, chi_square(base * distance, degrees), None, None))
for q in kinds["number"]:
    known = d[[q, "type", "weight"]].dropna()
    for by, groups in [("all", [("all", known)]), ("type", known.groupby("type", observed=True))]:
        for level, part in groups:
            mean = (part[q] * part["weight"]).sum() / part["weight"].sum()
            lines.append(("number", q, "", by, level, len(part), part[q].median(), mean, None, None, None))
names = ["kind", "question", "option", "by", "level", "count", "weighted", "value", "se", "low", "high"]
pd.DataFrame(lines, columns=names).to_csv(out, index=False)
