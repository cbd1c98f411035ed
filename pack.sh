#!/usr/bin/env bash
# Makes every package of ours in a folder (artifacts/packages): bash pack.sh [FOLDER]. The same commit gives the same packages, byte for byte.
# Packages for .NET, and two archives of the command line that need none: one file that holds .NET, and native code.
# The version is the tag v1.2.3 if this commit has it, otherwise the next one's development version, numbered by commits.
set -euo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 LC_ALL=C
out=$(realpath -m "${1:-artifacts/packages}")
bills=$(realpath -m artifacts/bills-of-materials)
rm -rf "$out" "$bills" artifacts/publish
mkdir -p "$out" "$bills"

prefix=$(grep -oE '<VersionPrefix>[^<]+' Directory.Build.props | cut -d'>' -f2)
tag=$(git describe --tags --exact-match --match 'v[0-9]*' 2>/dev/null || true)
version=${tag:+${tag#v}}
version=${KP_VERSION:-${version:-$prefix-dev.$(git rev-list --count HEAD)}}
settings=(-c Release -v q -nologo -p:Version="$version" -p:ContinuousIntegrationBuild=true)

# What each package brings of others' work. The tool writes when it ran; the commit's time says as much and is the same tomorrow.
when=$(TZ=UTC git log -1 --format=%cd --date=format-local:%Y-%m-%dT%H:%M:%SZ)
dotnet restore KernelPort.sln -v q -nologo
dotnet tool restore >/dev/null
bill() {
    dotnet tool run dotnet-CycloneDX "$2" -o "$bills" -fn "$1.cdx.json" -F Json --no-serial-number --disable-package-restore --recursive \
        --set-name "$1" --set-version "$version" --set-type Library >"$bills/log" 2>&1 || { cat "$bills/log"; exit 1; }
    sed -i "s/\"timestamp\": \"[^\"]*\"/\"timestamp\": \"$when\"/" "$bills/$1.cdx.json"
}
bill KernelPort src/KernelPort.Cli/KernelPort.Cli.csproj
bill KernelPort.MSBuild src/KernelPort.Cli/KernelPort.Cli.csproj
bill KernelPort.SourceGenerator packages/SourceGenerator/SourceGenerator.csproj
bill KernelPort.Compiler packages/Compiler/Compiler.csproj
bill KernelPort.Testing packages/Testing/Testing.csproj
bill KernelPort.Testing.Xunit packages/Testing.Xunit/Testing.Xunit.csproj
settings+=(-p:BillsOfMaterials="$bills/")

for project in packages/*/*.csproj src/KernelPort.Cli/KernelPort.Cli.csproj src/KernelPort.MSBuild/KernelPort.MSBuild.csproj; do
    dotnet pack "$project" "${settings[@]}" -p:PrecompiledTool=true -o "$out"
done
dotnet run tools/same-times.cs -- "$when" "$out"/*.nupkg

# --- archives for Linux on x86-64 that need no .NET ---
archive() {
    folder=artifacts/publish/$1
    if ! dotnet publish src/KernelPort.Cli "${settings[@]}" -r linux-x64 -p:StandaloneTool="$2" -o "$folder" 2>&1 | tee "$bills/log"; then
        # Text of ours that cannot be made native is a fault of ours, not something that is missing.
        ! grep -q "error \(IL\|CS\)[0-9]" "$bills/log" || exit 1
        echo "$1.tar.gz is not made: its compiler, a package of .NET's, or a linker (clang or gcc) is missing"
        return 0
    fi
    rm -f "$folder"/*.dbg "$folder"/*.xml "$folder"/*.pdb
    cp LICENSE NOTICE README.md "$bills/KernelPort.cdx.json" "$folder"
    tar --sort=name --mtime="$when" --owner=0 --group=0 --numeric-owner --mode=go-w -C artifacts/publish -c "$1" | gzip -n >"$out/$1.tar.gz"
}
archive "kernelport-$version-linux-x64" file
archive "kernelport-$version-linux-x64-native" native
echo "$version" >"$out/version.txt"
ls "$out"
