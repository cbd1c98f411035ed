#!/usr/bin/env bash
# Runs a whole CUDA program on this CPU: as it is, and migrated to three dialects against their twins. Needs the .NET SDK and g++.
set -eu
cd "$(dirname "$0")/../.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet build src/KernelPort.Cli -c Release -v q -nologo
kernelport=artifacts/bin/KernelPort.Cli/release/kernelport
"$kernelport" run samples/RunProgram/average.cu -- 5000
for target in musa dcu birensupa:br2xx; do
    "$kernelport" run samples/RunProgram/average.cu --target "$target" -- 5000
done
