#!/usr/bin/env bash
# A tree translated in shards, as on a farm, gives the same bytes as in one go; reports come together; and a shared cache makes the second time short.
. "$(dirname "$0")/../packages.sh"
install_tool
tree=kernels
cp -r "$repository/tests/kernels/learning" $tree
shards=4
translate() { tools/kernelport translate $tree --target musa,dcu,cann:950 "$@" || [ $? = 3 ]; }
export -f translate
export tree

translate -o whole --report whole.json --quiet
# One process a shard. GNU parallel takes the same command: parallel translate … --shard {}/4 … ::: 1 2 3 4; a Slurm array is in shards.sbatch.
seq $shards | xargs -P 2 -I{} bash -c "translate -o shards --shard {}/$shards --report part-{}.json --quiet"
diff -r whole shards
tools/kernelport merge-reports part-*.json --report all.json --report all.md
tools/kernelport merge-reports whole.json --report same.json
# all but the sums of tokens, in which a header counts for each shard that includes it
tokens() { grep -vE '"(total|migrated|kept|unsupported|unknown)": [0-9]+' "$1"; }
diff <(tokens same.json) <(tokens all.json)

cached() { translate -o "$1" --cache cache 2>"$1.said"; }
cached first
time cached second
diff -r first second
diff first.said second.said
diff -r whole second
echo done
