#!/usr/bin/env bash
# A kernel tested from C# with xunit.
set -eu
cd "$(dirname "$0")"
DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 dotnet test SaxpyTested.csproj -c Release -v q --nologo
