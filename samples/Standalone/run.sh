#!/usr/bin/env bash
# The command line on a machine without .NET: from the archive that holds .NET, and from the one of native code. Both give the same bytes, find the same faults
# and exit alike; only the archive with .NET in it has the C# engine.
. "$(dirname "$0")/../packages.sh"
kernels=$repository/samples/FirstSteps
unpack() {
    [ -s "$packages/$1.tar.gz" ] || { echo "not run, because $1.tar.gz could not be made here"; exit 0; }
    tar -xf "$packages/$1.tar.gz"
}
everything=kernelport-$KernelPortVersion-linux-x64
native=$everything-native
unpack "$everything"
unpack "$native"
# no .NET to be found: nothing of the environment but where the C++ compiler is
alone() { env -i PATH=/usr/bin:/bin HOME="$clean" DOTNET_ROOT=/nonexistent TMPDIR="${TMPDIR:-/tmp}" "$@"; }
for tool in "$everything" "$native"; do
    alone "$tool/kernelport" --version
    alone "$tool/kernelport" translate "$kernels" --target musa,dcu,cann:950,csharp -o "$tool.out" --report "$tool.json" --quiet
    alone "$tool/kernelport" test "$kernels/softmax.cu" --engine reference,twin --target musa | tee "$tool.test"
    alone "$tool/kernelport" explain KP4902 >"$tool.explained"
    printf '__global__ void k(int *p) { p[0] = q; }\n' >broken.cu
    code=0
    alone "$tool/kernelport" translate broken.cu --target dcu --via ir -o "$tool.broken" 2>"$tool.errors" || code=$?
    echo "exit code $code" >>"$tool.errors"
    for i in 1 2; do alone "$tool/kernelport" translate "$kernels" --target musa --cache "$tool.cache" -o "$tool.cached$i" --quiet; done
    diff -r "$tool.cached1" "$tool.cached2"
done
diff -r "$everything.out" "$native.out"
for what in json test explained errors; do diff "$everything.$what" "$native.$what"; done
grep -q 'KP2001' "$native.errors"
grep -q 'exit code 1' "$native.errors"
alone "$everything/kernelport" test "$kernels/softmax.cu" --engine csharp | grep -q '^pass'
alone "$native/kernelport" test "$kernels/softmax.cu" --engine csharp | grep "^not run csharp.*native code"
