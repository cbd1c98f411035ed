#!/usr/bin/env bash
# Figures as ratios within one run: the reference executor (all checks on) against Oclgrind; the command's start. Prints a table.
set -eu
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet build bench/Bench -c Release -v q -nologo
artifacts/bin/Bench/release/bench bench/kernels
bash bench/startup.sh
