#!/usr/bin/env bash
# Installs what the tests need (as root, from Debian), builds everything, runs all tests. Closes with "N passed, N failed".
set -u
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 LC_ALL=C

started=$SECONDS
stage() { printf '== %s (at %d s)\n' "$1" $((SECONDS - started)); }

stage "tools"
packages="g++ clang-19 libllvm19 lld-19 pocl-opencl-icd ocl-icd-libopencl1 ocl-icd-opencl-dev opencl-headers oclgrind hipcc libamdhip64-dev cmake ninja-build make chromium chromium-driver parallel"
missing=""
for package in $packages; do
    dpkg -s "$package" >/dev/null 2>&1 || missing="$missing $package"
done
if [ -n "$missing" ]; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        if ! { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing; } >/tmp/kernelport-apt.log 2>&1; then
            echo "could not install:$missing (see /tmp/kernelport-apt.log); tests that need them are not run, and counted"
        fi
    else
        echo "not installed:$missing"
        echo "as root: apt-get install$missing ; until then the tests that need them are not run, and counted"
    fi
fi

stage "build"
dotnet build KernelPort.sln -c Release -v q -nologo || { echo "0 passed, 1 failed"; exit 1; }

passed=0
failed=0
log=$(mktemp)
for project in tests/*/*.csproj; do
    name=$(basename "$(dirname "$project")")
    stage "$name"
    dotnet test "$project" -c Release --no-build --nologo -v q --logger "console;verbosity=minimal" >"$log" 2>&1
    code=$?
    grep -E 'not run, because|\[FAIL\]|error|Error Message|Assert|should' "$log" | head -60
    tail -n 3 "$log"
    p=$(grep -oE 'Passed: +[0-9]+' "$log" | tail -n 1 | grep -oE '[0-9]+')
    f=$(grep -oE 'Failed: +[0-9]+' "$log" | tail -n 1 | grep -oE '[0-9]+')
    passed=$((passed + ${p:-0}))
    failed=$((failed + ${f:-0}))
    if [ $code -ne 0 ] && [ "${f:-0}" = 0 ]; then
        failed=$((failed + 1))
        tail -n 40 "$log"
    fi
done

stage "samples"
# Those that use the packed packages come last: packing builds everything anew, with the packages' version.
for sample in $(grep -L packages.sh samples/*/run.sh) $(grep -l packages.sh samples/*/run.sh); do
    if bash "$sample" >"$log" 2>&1; then
        passed=$((passed + 1))
        grep 'not run, because' "$log"
    else
        failed=$((failed + 1))
        echo "sample $sample failed"
        tail -n 30 "$log"
    fi
done
rm -f "$log"

stage "done"
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
