#!/usr/bin/env python3
"""Migrates all of HeCBench's *-cuda folders: wall time, CPU time and memory; the same bytes twice; and that migrating the output changes nothing.

Usage: migrate-tree.py KERNELPORT [--target musa] [--once] [--folders PATTERN]

KP_CORPORA is the folder of the code bases (owner+name each). Exits with 1 if a run crashes or a law is broken.
"""
import argparse
import glob
import hashlib
import os
import re
import resource
import shlex
import subprocess
import sys
import tempfile
import time


def run(command, inputs, target, out):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    result = subprocess.run([*command, "translate", *inputs, "--target", target, "-o", out, "--quiet"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"exit {result.returncode}, {time.monotonic() - start:.1f} s wall, {cpu:.1f} s CPU, {after.ru_maxrss / 1024:.0f} MB at most, load {os.getloadavg()[0]:.1f}", flush=True)
    if result.returncode not in (0, 1, 3):
        sys.exit(result.stderr.decode(errors="replace")[-2000:])


def tree(folder):
    return {os.path.relpath(os.path.join(d, f), folder): hashlib.sha256(open(os.path.join(d, f), "rb").read()).hexdigest() for d, _, fs in os.walk(folder) for f in fs}


def back(folder, to):
    """The output under the suffixes that are read, .mu as .cu: what is written there is still the dialect's."""
    for d, _, fs in os.walk(folder):
        for f in fs:
            text = open(os.path.join(d, f), encoding="latin-1", newline="").read()
            text = re.sub(r'(#[ \t]*include[ \t]*"[^"\n]*)\.(?:mu|hip|su|maca)(h?")', r"\1.cu\2", text)
            path = os.path.join(to, os.path.relpath(os.path.join(d, re.sub(r"\.(mu|hip|su|maca)(h?)$", r".cu\2", f)), folder))
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="latin-1", newline="") as out:
                out.write(text)


def compare(what, a, b):
    different = sorted(p for p in a.keys() | b.keys() if a.get(p) != b.get(p))
    print(f"{what}: {len(a)} files, {len(different)} differ {' '.join(different[:10])}", flush=True)
    return not different


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("kernelport")
    parser.add_argument("--target", default="musa")
    parser.add_argument("--once", action="store_true", help="time only")
    parser.add_argument("--folders", default="*-cuda")
    options = parser.parse_args()
    corpora = os.environ.get("KP_CORPORA")
    if not corpora:
        sys.exit("not run, because KP_CORPORA is not set")
    inputs = sorted(glob.glob(os.path.join(corpora, "ORNL+HeCBench", "src", options.folders)))
    command = shlex.split(options.kernelport)
    print(f"{len(inputs)} folders, target {options.target}", flush=True)
    with tempfile.TemporaryDirectory() as temp:
        once = os.path.join(temp, "1")
        run(command, inputs, options.target, once)
        first = tree(os.path.join(once, options.target))
        if options.once:
            return
        run(command, inputs, options.target, os.path.join(temp, "2"))
        good = compare("twice the same bytes", first, tree(os.path.join(temp, "2", options.target)))
        back(os.path.join(once, options.target), os.path.join(temp, "back"))
        run(command, [os.path.join(temp, "back")], options.target, os.path.join(temp, "3"))
        good &= compare("migrating the output changes nothing", first, tree(os.path.join(temp, "3", options.target)))
    sys.exit(0 if good else 1)


main()
