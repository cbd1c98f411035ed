#!/usr/bin/env bash
# A tree translated in shards, as on a farm, gives the same bytes as in one go; reports come together; and a shared cache makes the second time short.
set -eu
cd "$(dirname "$0")/../.."
kernelport=$PWD/artifacts/bin/KernelPort.Cli/release/kernelport
[ -x "$kernelport" ] || dotnet build src/KernelPort.Cli -c Release -v q -nologo
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
shards=4
tree=tests/kernels/learning

"$kernelport" translate $tree --target musa,dcu,cann:950 -o "$work/whole" --report "$work/whole.json" --quiet || [ $? = 3 ]
# One process a shard. GNU parallel takes the same command: parallel "$kernelport" translate … --shard {}/4 … ::: 1 2 3 4; a Slurm array is in shards.sbatch.
seq $shards | xargs -P 2 -I{} bash -c '"$1" translate "$2" --target musa,dcu,cann:950 -o "$3/shards" --shard {}/"$4" --report "$3/part-{}.json" --quiet || [ $? = 3 ]' _ "$kernelport" $tree "$work" $shards
diff -r "$work/whole" "$work/shards"
"$kernelport" merge-reports "$work"/part-*.json --report "$work/all.json" --report "$work/all.md"
kernels() { grep -c '"instantiation"\|"perTarget"' "$1"; }
[ "$(kernels "$work/whole.json")" = "$(kernels "$work/all.json")" ]

cached() { "$kernelport" translate $tree --target musa,dcu,cann:950 -o "$1" --cache "$work/cache" 2>"$1.said" || [ $? = 3 ]; }
cached "$work/first"
time cached "$work/second"
diff -r "$work/first" "$work/second"
diff "$work/first.said" "$work/second.said"
diff -r "$work/whole" "$work/second"
echo done
