#!/usr/bin/env bash
# Translates a real kernel to every target, shows one result, and runs the kernel on this CPU with all checks on. Needs the .NET SDK only.
set -eu
cd "$(dirname "$0")/../.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
out=${1:-artifacts/first-steps}
rm -rf "$out"
dotnet build src/KernelPort.Cli -c Release -v q -nologo
kernelport=artifacts/bin/KernelPort.Cli/release/kernelport
"$kernelport" translate samples/FirstSteps/gelu.cu --target all -o "$out"
"$kernelport" translate samples/FirstSteps/softmax.cu --target musa,dcu,birensupa,cann,cpu -o "$out"
"$kernelport" translate samples/FirstSteps/softmax.cu --target musa,dcu --via ir -o "$out/from-ir"
find "$out" -type f -not -path "*/.kernelport/*" | sort
"$kernelport" test samples/FirstSteps/*.cu --engine reference,csharp
