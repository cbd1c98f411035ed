# For samples that use our packages, sourced by their run.sh: packs them once a commit, and copies the sample to a clean folder, where no project of ours
# is near. Packages come from the packed folder; others' from where restore usually finds them.
set -eu
sample=$(cd "$(dirname "$0")" && pwd)
repository=$(cd "$sample/../.." && pwd)
packages=${KP_PACKAGES:-$repository/artifacts/packages}
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 MSBUILDDISABLENODEREUSE=1
[ -n "${KP_PACKAGES:-}" ] || [ -s "$packages/version.txt" ] || bash "$repository/pack.sh"
KernelPortVersion=$(cat "$packages/version.txt")
export KernelPortVersion

clean=$(mktemp -d)
trap 'rm -rf "$clean"' EXIT
cp -r "$sample"/. "$clean"
# Where others' packages are already; ours go to the clean folder, so that none of another time is taken.
known=${NUGET_PACKAGES:-$HOME/.nuget/packages}
export NUGET_PACKAGES="$clean/.nuget-packages"
cat >"$clean/nuget.config" <<EOF
<configuration>
  <packageSources><add key="packed" value="$packages" /></packageSources>
  <fallbackPackageFolders><add key="known" value="$known" /></fallbackPackageFolders>
</configuration>
EOF
cd "$clean"

# The command line, from its package, in the folder tools.
install_tool() {
    dotnet tool install KernelPort --tool-path tools --version "$KernelPortVersion" --configfile nuget.config >log 2>&1 || { cat log; exit 1; }
}
