#!/usr/bin/env bash
# A typed launcher of a CUDA kernel from the source generator's package; a broken kernel fails the build at its line.
. "$(dirname "$0")/../packages.sh"
dotnet run --project TypedLauncher.csproj -c Release >out || { cat out; exit 1; }
[ "$(cat out)" = "2046 8128 24512 40896 57280 73664 90048 106432 122816" ] || { cat out; exit 1; }
sed -i 's/y\[i\] = a .*/y[i] = a * ;/' kernels.cu
if dotnet build TypedLauncher.csproj -c Release -nologo >log; then echo "a broken kernel did not fail the build"; exit 1; fi
grep -q 'kernels.cu(10,20): error KP' log || { cat log; exit 1; }
cat out
