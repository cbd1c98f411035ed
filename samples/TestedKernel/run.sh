#!/usr/bin/env bash
# A kernel tested from C# with xunit, through packages.
. "$(dirname "$0")/../packages.sh"
dotnet test TestedKernel.csproj -c Release -v q --nologo
