#!/usr/bin/env bash
# How long the packaged command takes from start to finished output on a small file: published ReadyToRun, 15 runs, best and median in ms.
set -eu
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_TieredPGO=0
dotnet publish src/KernelPort.Cli -c Release -r linux-x64 --self-contained false -p:PublishReadyToRun=true -o artifacts/publish -v q -nologo
file=${1:-samples/FirstSteps/softmax.cu}
for target in "musa" "musa --via ir" "cann:950"; do
    times=""
    for i in $(seq 15); do
        rm -rf artifacts/startup
        a=$(date +%s%N)
        artifacts/publish/kernelport translate "$file" --target $target -o artifacts/startup --quiet
        b=$(date +%s%N)
        times="$times $(((b - a) / 1000000))"
    done
    echo "$times" | tr ' ' '\n' | grep . | sort -n | awk -v t="$target" '{v[NR]=$1} END {printf "translate --target %-16s best %d ms, median %d ms\n", t, v[1], v[int((NR+1)/2)]}'
done
