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
# One process a shard, by xargs and by GNU parallel, which also takes other machines (--sshlogin); a Slurm array is in shards.sbatch.
seq $shards | xargs -P 2 -I{} bash -c "translate -o shards --shard {}/$shards --report part-{}.json --quiet"
diff -r whole shards
if command -v parallel >/dev/null; then
    export shards
    SHELL=/bin/bash parallel -j 2 "translate -o in-parallel --shard {}/$shards --quiet" ::: $(seq $shards)
    diff -r whole in-parallel
else
    echo "GNU parallel was not run, because it is not installed"
fi
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
