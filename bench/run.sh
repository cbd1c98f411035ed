#!/usr/bin/env bash
# Figures as ratios within one run. Parts: executor (the reference executor, all checks on, against Oclgrind), startup (the command's start), cpu (the llvm
# engine against hand-written OpenMP; more of its settings in bench/Cpu/run.sh). All of them without an argument. Prints tables.
set -eu
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
[ $# -gt 0 ] || set -- executor startup cpu
for part in "$@"; do
    case $part in
        executor) dotnet build bench/Bench -c Release -v q -nologo && artifacts/bin/Bench/release/bench bench/kernels ;;
        startup) bash bench/startup.sh ;;
        cpu) bash bench/Cpu/run.sh ;;
        *) echo "no part '$part'" >&2; exit 2 ;;
    esac
done
