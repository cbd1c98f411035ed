#!/usr/bin/env python3
"""Runs public CUDA programs through `kernelport run`: as they are, and migrated to targets; prints who passed their own check.

Usage: programs.py KERNELPORT [--targets cuda,musa,dcu,birensupa:br2xx] [--manifest FILE] [--only WORD]
       [--tiers T0,T1] [--limit SECONDS] [-j N] [--log DIR] [--hipcc] [--engine llvm]

KERNELPORT is the command to run, KP_CORPORA the folder of the code bases (owner+name each). The manifest has a row a program:
repository,path,arguments,tier,smaller; a path is a file or a folder, whose sources are those that no other of its files includes. Contains and
downloads nothing. Tier R is programs picked at random that pass as they are. Programs whose sizes are for a GPU and stand in their text say under
`smaller` what to put there instead: FILE: OLD => NEW, several after semicolons. Those run in a copy and are counted apart.
--hipcc takes the sources migrated to a dcu target through the real hipcc besides, host and device side, to gfx906 objects; nothing of that is run.
--engine llvm runs the programs as they are with their kernels on that engine; those with a kernel that ran in the twin are counted apart.
A program passes if it ends with 0 and says so (PASS, success, ...) and says nothing of failure; one that says neither is counted as 'ran'. One in
which `run` found races (KP5010) is judged by what it says itself, and the races are named beside it.
"""
import argparse
import concurrent.futures
import csv
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
GOOD = re.compile(r"\b(pass(ed)?|success(ful|fully)?|verified|ok|correct|test succeeded)\b|results? match|error rate: ?0(\.0*)?\b", re.I)
BAD = re.compile(r"\b(fail(ed|ure)?|mismatch(es)?|incorrect|wrong|not ok|unsuccessful|error:? [^r])\b", re.I)
HARMLESS = re.compile(r"(0|no) (errors?|failures?|mismatch(es)?)|mismatch(es)?: *0\b|error count: 0|failed: 0|failure rate|error: 0(\.0*)?\s*$", re.I | re.M)


def sources(path):
    if os.path.isfile(path):
        return [path]
    files = [os.path.join(d, f) for d, sub, fs in os.walk(path) for f in fs if f.endswith((".cu", ".cpp", ".cc", ".c"))]
    included = set()
    for d, sub, fs in os.walk(path):
        for f in fs:
            if f.endswith((".cu", ".cpp", ".cc", ".c", ".h", ".hpp", ".cuh")):
                text = open(os.path.join(d, f), encoding="latin-1").read()
                for name in re.findall(r'^\s*#\s*include\s*"([^"]+)"', text, re.M):
                    included.add(os.path.basename(name))
    alone = sorted(f for f in files if os.path.basename(f) not in included)
    if not any(has_main(f) for f in alone):
        alone += sorted(f for f in files if f not in alone and has_main(f))
    return alone


def has_main(path):
    return re.search(r"\bmain\s*\(", open(path, encoding="latin-1").read()) is not None


def includes(path, repository):
    folder = path if os.path.isdir(path) else os.path.dirname(path)
    wanted = [folder] + sorted(os.path.join(folder, d) for d in ("include", "inc", "src", "../include", "common") if os.path.isdir(os.path.join(folder, d)))
    common = {"NVIDIA/cuda-samples": "Common", "ORNL/HeCBench": "src/include"}.get(repository)
    if common:
        wanted.append(os.path.join(os.environ["KP_CORPORA"], repository.replace("/", "+"), common))
    return [w for w in wanted if os.path.isdir(w)]


def flags(path):
    """The -I and -D of a Makefile beside the sources, where they stand plainly in its CFLAGS."""
    makefile = os.path.join(path if os.path.isdir(path) else os.path.dirname(path), "Makefile")
    if not os.path.exists(makefile):
        return [], []
    lines = re.findall(r"^CFLAGS\s*:?=((?:.*\\\n)*.*)", open(makefile, encoding="latin-1").read(), re.M)
    words = [w for line in lines for w in line.replace("\\\n", " ").split() if "$" not in w]
    folders = [os.path.normpath(os.path.join(os.path.dirname(makefile), w[2:])) for w in words if re.match(r"-I[^-]", w)]
    return [f for f in folders if os.path.isdir(f)], [w for w in words if re.match(r"-D\w", w)]


def verdict(code, text, timed_out, errors):
    if timed_out:
        return "too long", ""
    races = "races told (KP5010)" if code == 4 and "error KP5010" in errors else ""
    found = re.search(r"error (KP(?!5010)\d+): (.*)", errors)
    if found and code in (1, 2, 3, 4, 5, 70):
        kind = {"KP5001": "does not compile", "KP5003": "does not link", "KP5004": "stopped by the twin", "KP5006": "too long"}.get(found.group(1), found.group(1))
        if kind == "stopped by the twin":
            twin = re.search(r"kp-twin: error (.*)", errors)
            return kind, twin.group(1) if twin else ""
        return kind, found.group(2)
    if code != 0 and not races:
        return "exit %d" % code, (errors.strip().split("\n") or [""])[-1][:120]
    quiet = HARMLESS.sub("", text)
    if BAD.search(quiet):
        return "own check failed", BAD.search(quiet).group(0)
    return ("passed" if GOOD.search(text) else "ran"), races


def smaller_copy(folder, changes):
    copy = tempfile.mkdtemp(prefix="kernelport-program-")
    shutil.copytree(folder, copy, dirs_exist_ok=True)
    for change in changes.split(";"):
        name, what = change.split(":", 1)
        old, new = (x.strip() for x in what.split("=>"))
        file = os.path.join(copy, name.strip())
        text = open(file, encoding="latin-1", newline="").read()
        if old not in text:
            raise SystemExit("%s: nothing to make smaller, %r is not there" % (file, old))
        with open(file, "w", encoding="latin-1", newline="") as f:
            f.write(text.replace(old, new))
    return copy


def run(job):
    command, row, target, limit, log, hipcc, engine = job
    repository, path = row["repository"], row["path"]
    full = os.path.join(os.environ["KP_CORPORA"], repository.replace("/", "+"), path)
    if not os.path.exists(full):
        return row, target, "not here", "", None
    if not row.get("smaller"):
        return run_in(full, full, command, row, target, limit, log, hipcc, engine)
    copy = smaller_copy(full, row["smaller"])
    try:
        return run_in(copy, full, command, row, target, limit, log, hipcc, engine)
    finally:
        shutil.rmtree(copy)


def run_in(full, original, command, row, target, limit, log, hipcc, engine):
    repository, arguments, name = row["repository"], row["arguments"], row["path"].replace("/", "_")
    units = sources(full)
    folder = full if os.path.isdir(full) else os.path.dirname(full)
    folders, defines = flags(original)
    includes_of = list(dict.fromkeys(includes(full, repository) + includes(original, repository)[1:] + folders))
    line = shlex.split(command) + ["run"] + units + [x for i in includes_of for x in ("-I", i)] + [x for d in defines for x in ("-D", d[2:])] + ["--time-limit", str(limit)]
    line += ["--engine", engine] if engine else ["--quiet"]
    line += [] if target == "cuda" else ["--target", target]
    kept = tempfile.mkdtemp(prefix="kernelport-migrated-") if hipcc and target.startswith("dcu") else ""
    line += ["--keep", kept] if kept else []
    line += ["--"] + shlex.split(arguments)
    timed_out, code = False, 0
    try:
        p = subprocess.run(line, cwd=folder, capture_output=True, timeout=limit * 3 + 120, stdin=subprocess.DEVNULL)
        code, out, err = p.returncode, p.stdout.decode("latin-1"), p.stderr.decode("latin-1")
    except subprocess.TimeoutExpired as e:
        timed_out, out, err = True, (e.stdout or b"").decode("latin-1"), (e.stderr or b"").decode("latin-1")
    if log:
        os.makedirs(log, exist_ok=True)
        with open(os.path.join(log, name + "." + target.replace(":", "-") + ".log"), "w") as f:
            f.write(" ".join(shlex.quote(x) for x in line) + "\n" + out + "\n--- errors\n" + err)
    kind, cause = verdict(code, out + "\n" + re.sub(r"^.*KP(4|50).*$", "", err, flags=re.M), timed_out, err)
    fallen = re.findall(r"KP5020: the kernel '(.*?)' ran in the twin, not on engine \w+: (.*)", err)
    if engine and kind in ("passed", "ran") and (fallen or not re.search(r"KP5021: [1-9]", err)):
        kind, cause = kind + ", not all " + engine, "; ".join("%s: %s" % f for f in fallen) or "no kernel was launched"
    compiled = hipcc_verdict(kept, units, includes_of, full, defines) if kept else None
    if kept:
        shutil.rmtree(kept)
    return row, target, kind, cause, compiled


def hipcc_verdict(kept, units, include_folders, full, defines):
    """Empty where hipcc compiles every unit, else the first error."""
    folder = full if os.path.isdir(full) else os.path.dirname(full)
    root = os.path.commonpath([os.path.realpath(x) for x in [folder] + include_folders])
    place = lambda path: os.path.join(kept, os.path.relpath(os.path.realpath(path), root))
    searched = [x for i in include_folders for x in ("-I", place(i), "-I", i)]
    for unit in units:
        stem, ending = os.path.splitext(place(unit))
        file = next((f for f in (stem + ".hip", stem + ending) if os.path.exists(f)), None)
        if not file:
            return "%s was not migrated" % os.path.basename(unit)
        language = ["-x", "c"] if ending == ".c" else ["-std=c++17", "--offload-arch=gfx906", "-x", "hip"]
        p = subprocess.run(["hipcc", "-w", "-ferror-limit=3", "-O1"] + language + ["-c", file, "-o", os.devnull] + searched + defines, capture_output=True)
        if p.returncode:
            errors = p.stderr.decode("latin-1").split("\n")
            return next((e for e in errors if "error:" in e), errors[0]).replace(kept + "/", "")
    return ""


def timed(job):
    start = time.time()
    return run(job), time.time() - start


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command")
    parser.add_argument("--targets", default="cuda,musa,dcu,birensupa:br2xx")
    parser.add_argument("--manifest", default=os.path.join(ROOT, "tests", "corpora", "programs.csv"))
    parser.add_argument("--only", default="")
    parser.add_argument("--tiers", default="")
    parser.add_argument("--limit", type=int, default=60)
    parser.add_argument("-j", type=int, default=2)
    parser.add_argument("--log", default="")
    parser.add_argument("--hipcc", action="store_true")
    parser.add_argument("--engine", default="")
    a = parser.parse_args()
    if not os.environ.get("KP_CORPORA"):
        print("not run, because KP_CORPORA names no folder of corpora")
        return
    with open(a.manifest) as f:
        rows = [r for r in csv.DictReader(f) if re.search(a.only, r["path"]) and (not a.tiers or r["tier"] in a.tiers.split(","))]
    if a.engine:
        a.targets = "cuda"
    jobs = [(a.command, r, t, a.limit, a.log, a.hipcc, a.engine) for t in a.targets.split(",") for r in rows]
    results = []
    with concurrent.futures.ThreadPoolExecutor(a.j) as pool:
        for (row, target, kind, cause, compiled), seconds in pool.map(timed, jobs):
            results.append((target, row["path"], kind, cause, bool(row.get("smaller")), compiled))
            print("%-18s %-20s %6.1f s  %s %s" % (target, kind, seconds, row["path"], cause[:160]), flush=True)
            if compiled:
                print("    hipcc: %s" % compiled[:240], flush=True)
    print()
    for target in a.targets.split(","):
        mine = [r for r in results if r[0] == target]
        here = [r for r in mine if r[2] != "not here"]
        good = [r for r in here if r[2].split(",")[0] in ("passed", "ran")]
        passed = [r for r in here if r[2].split(",")[0] == "passed"]
        smaller = [r for r in good if r[4]]
        print("%s: %d programs, %d built and ran to the end (%.1f %%; %d of them made smaller), %d of them passed their own check, %d say nothing; %d not here"
              % (target + (" (%s)" % (a.engine or "twin")), len(here), len(good), 100.0 * len(good) / max(1, len(here)), len(smaller), len(passed), len(good) - len(passed), len(mine) - len(here)))
        if a.engine:
            whole = [r for r in good if "," not in r[2]]
            print("    with every kernel on %s: %d (%.1f %%), %d of them passed their own check"
                  % (a.engine, len(whole), 100.0 * len(whole) / max(1, len(here)), len([r for r in whole if r[2] == "passed"])))
        compiled = [r for r in here if r[5] is not None]
        if compiled:
            whole = [r for r in compiled if r[5] == ""]
            print("    hipcc compiles %d of %d (%.1f %%)" % (len(whole), len(compiled), 100.0 * len(whole) / len(compiled)))
        causes = {}
        for r in here:
            if r not in good:
                causes[r[2]] = causes.get(r[2], 0) + 1
        for kind, n in sorted(causes.items(), key=lambda c: -c[1]):
            print("    %4d %s" % (n, kind))


if __name__ == "__main__":
    main()
