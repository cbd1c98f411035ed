#!/usr/bin/env bash
# From start to finished output on 200 lines of kernels, 15 runs each, best and median: wall and CPU (user + system) milliseconds. Three forms of the command
# line are timed: for .NET, precompiled; one file that holds .NET; and native code.
set -eu
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
publish() { dotnet publish src/KernelPort.Cli -c Release -r linux-x64 -v q -nologo "$@" >/dev/null; }
[ -n "${KP_PUBLISHED:-}" ] || publish --self-contained false -p:PublishReadyToRun=true -o artifacts/publish/framework-dependent
[ -n "${KP_PUBLISHED:-}" ] || publish -p:StandaloneTool=file -o artifacts/publish/single-file
[ -n "${KP_PUBLISHED:-}" ] || publish -p:StandaloneTool=native -o artifacts/publish/native
file=${1:-bench/startup/kernels.cu}
TIMEFORMAT='%R %U %S'
for package in framework-dependent single-file native; do
    for target in "musa" "musa --via ir" "cann:950"; do
        for i in $(seq 15); do
            rm -rf artifacts/startup
            { time artifacts/publish/$package/kernelport translate "$file" --target $target -o artifacts/startup --quiet; } 2>&1 || { echo "the translation failed" >&2; exit 1; }
        done | awk -v name="$package, --target $target" '
            { wall[NR] = $1 * 1000; cpu[NR] = ($2 + $3) * 1000 }
            END { asort_(wall, NR); asort_(cpu, NR); m = int((NR + 1) / 2)
                  printf "%-45s wall best %3d median %3d ms, CPU best %3d median %3d ms\n", name, wall[1], wall[m], cpu[1], cpu[m] }
            function asort_(a, n,  i, j, t) { for (i = 2; i <= n; i++) for (j = i; j > 1 && a[j] < a[j-1]; j--) { t = a[j]; a[j] = a[j-1]; a[j-1] = t } }'
    done
done
