#!/usr/bin/env python3
"""Measures how many host API uses of the public programs a target's table maps, by how we know.

Usage: api-coverage.py [--targets Musa,Dcu] [--manifest FILE] [--missing]

KP_CORPORA is the folder of the code bases (owner+name each), the manifest a row a program: repository,path,arguments,tier. A use is a name that follows
CUDA's naming and is called, `name(`, in a program's files, comments, strings and the program's own declarations left out. Downloads and contains nothing.
"""
import argparse
import collections
import csv
import os
import re
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SKIP = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)
CALL = re.compile(r"(?<![\w.])(?<!->)((?:cuda|cublas|cublasLt|cudnn|cufft|curand|cusparse|cusolver|nccl|nvrtc|nvtx|nvml|npp[si])[A-Z]\w*|cu[A-Z][a-z]\w*)\s*(?:<[^<>;()]*>)?\(")
OWN = re.compile(r"(?:^|[;}>])\s*(?:(?:static|inline|template\s*<[^>]*>|__host__|__device__|__global__|constexpr|extern|const|unsigned)\s+)*(?!return\b|else\b)[\w:]+(?:\s*<[^;{}()]*>)?[\s*&]+(\w+)\s*\([^;{}]*\)\s*\{|#\s*define\s+(\w+)", re.M)
CLASSES = ["seen in code", "documented", "in a table only", "inferred", "no counterpart", "unknown"]


def table(target):
    rows = {}
    with open(os.path.join(ROOT, "backends", target, "HostApi.csv"), newline="", encoding="utf-8") as f:
        for row in csv.DictReader(f):
            if row["kind"] not in ("header", "library", "member"):
                rows[row["cuda"]] = row
    return rows


def evidence(row):
    if row is None:
        return "unknown"
    if not row["target"]:
        return "no counterpart"
    if row["mark"] == "?":
        return "inferred"
    source = row["source"].lower()
    if "used in" in source or "seen" in source:
        return "seen in code"
    return "in a table only" if "general.json" in source else "documented"


def uses(path):
    files = [path] if os.path.isfile(path) else sorted(os.path.join(d, f) for d, _, fs in os.walk(path) for f in fs if f.endswith((".cu", ".cuh", ".h", ".hpp", ".cpp", ".cc", ".c", ".inl")))
    texts = [SKIP.sub(" ", open(f, encoding="latin-1").read()) for f in files]
    own = {a or b for t in texts for a, b in OWN.findall(t)}
    return collections.Counter(n for t in texts for n in CALL.findall(t) if n not in own)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--targets", default="Musa,Dcu")
    parser.add_argument("--manifest", default=os.path.join(ROOT, "tests", "corpora", "programs.csv"))
    parser.add_argument("--missing", action="store_true", help="list the names that are not mapped, or inferred")
    options = parser.parse_args()
    corpora = os.environ.get("KP_CORPORA")
    if not corpora:
        sys.exit("not run, because KP_CORPORA is not set")
    total, programs, absent = collections.Counter(), 0, []
    with open(options.manifest, newline="", encoding="utf-8") as f:
        for row in csv.DictReader(f):
            path = os.path.join(corpora, row["repository"].replace("/", "+"), row["path"])
            if not os.path.exists(path):
                absent.append(row["repository"] + "/" + row["path"])
                continue
            programs += 1
            total += uses(path)
    print(f"{programs} programs, {len(total)} names, {sum(total.values())} calls; not run, because absent: {len(absent)} {' '.join(absent)}")
    print("target  mapped calls  mapped names  " + "  ".join(CLASSES) + "  (calls/names)")
    for target in options.targets.split(","):
        rows = table(target)
        calls, names = collections.Counter(), collections.Counter()
        for name, count in total.items():
            kind = evidence(rows.get(name))
            calls[kind] += count
            names[kind] += 1
        missing = ("no counterpart", "unknown")
        share = [100 * (1 - sum(c[k] for k in missing) / max(1, sum(c.values()))) for c in (calls, names)]
        print(f"{target}  {share[0]:.2f} %  {share[1]:.2f} %  " + "  ".join(f"{calls[k]}/{names[k]}" for k in CLASSES))
        if options.missing:
            for kind in ("inferred", *missing):
                print(f"  {kind}: " + " ".join(f"{n}({c})" for n, c in sorted(total.items()) if evidence(rows.get(n)) == kind))


main()
