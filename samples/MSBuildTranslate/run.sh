#!/usr/bin/env bash
# CUDA files translated by an MSBuild task: the first build translates, the second has nothing to do, a broken file fails with its line.
set -eu
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
root=../..
dotnet build $root/src/KernelPort.Cli -c Release -v q -nologo
dotnet build $root/src/KernelPort.MSBuild -c Release -v q -nologo
rm -rf $root/artifacts/msbuild-sample
dotnet msbuild MSBuildTranslate.proj -nologo -v:m
grep -q musaMalloc $root/artifacts/msbuild-sample/musa/scale.mu
grep -q hipMalloc $root/artifacts/msbuild-sample/dcu/scale.*
grep -q '"cudaMalloc failed' $root/artifacts/msbuild-sample/musa/scale.mu
dotnet msbuild MSBuildTranslate.proj -nologo -v:n | grep -q 'Skipping target "KernelPortTranslateFiles"'

broken=$(mktemp -d)
trap 'rm -rf "$broken"' EXIT
printf '__global__ void k(float* p)\n{\n    p[0] = ;\n}\n' >"$broken/broken.cu"
if dotnet msbuild MSBuildTranslate.proj -nologo -v:m -p:KernelPortOutput="$broken/out/" -t:Broken -p:BrokenFile="$broken/broken.cu" >"$broken/log"; then
    echo "a broken file did not fail the build"
    exit 1
fi
grep -q 'broken.cu(3,' "$broken/log"
echo "done"
