#!/usr/bin/env bash
# What the doors cost, through packed packages: a build with nothing to do, with and without KernelPort's items; a build after one changed file; the tool's
# start; the explorer's page and its translation of 300 lines; the language server's diagnostics of 1,000 lines. Milliseconds, best and median.
. "$(dirname "$0")/../../samples/packages.sh"
times=${1:-9}
find . -mindepth 1 -maxdepth 1 ! -name nuget.config -exec rm -rf {} + # this folder's own files, which packages.sh brought along
mkdir with plain
cp -r "$repository/samples/MSBuild/." with

now() { date +%s%N; }
measure() {
    local name=$1 i from
    shift
    for i in $(seq "$times"); do
        from=$(now)
        "$@" >/dev/null 2>&1 || { echo "$name failed" >&2; exit 1; }
        echo $((($(now) - from) / 1000000))
    done | sort -n | awk -v name="$name" '{ t[NR] = $1 } END { printf "%-60s best %5d, median %5d ms\n", name, t[1], t[int((NR + 1) / 2)] }'
}
build() { dotnet build with/Kernels.csproj -c Release -nologo -v:q --no-restore "$@"; }

dotnet restore with/Kernels.csproj -v q -nologo
build >/dev/null
measure "dotnet build, nothing to do, with KernelPort's items" build
sed 's|<KernelPortTranslate .*||; s|DependsOnTargets="KernelPortOutputs"||' with/Kernels.csproj >plain/Plain.csproj
cp with/Program.cs plain/
sed -i 's|<PackageReference .*||' plain/Plain.csproj
dotnet build plain/Plain.csproj -c Release -nologo -v:q >/dev/null
plain() { dotnet build plain/Plain.csproj -c Release -nologo -v:q --no-restore; }
measure "dotnet build, nothing to do, without the package" plain
changed() { echo "// $RANDOM" >>with/kernels/scale.cu; build; }
measure "dotnet build, one CUDA file changed (three targets)" changed

dotnet tool install KernelPort --tool-path tools --version "$KernelPortVersion" --configfile nuget.config >/dev/null
measure "kernelport --version" tools/kernelport --version
measure "kernelport translate, 200 lines to musa" tools/kernelport translate "$repository/bench/startup/kernels.cu" --target musa -o out --quiet

python3 - tools/kernelport "$repository/bench/startup/kernels.cu" "$times" <<'EOF'
import json, subprocess, sys, time, urllib.request
tool, kernels, times = sys.argv[1], open(sys.argv[2]).read(), int(sys.argv[3])

def say(name, values):
    values = sorted(values)
    print(f"{name:<60} best {values[0]:5.0f}, median {values[len(values) // 2]:5.0f} ms")

def lines(n):
    """The kernels over and over, each time in a namespace of its own."""
    copies = -(-n // (kernels.count("\n") + 2))
    return "".join(f"namespace n{j} {{\n{kernels}}}\n" for j in range(copies))

begun = time.time()
server = subprocess.Popen([tool, "explore"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
address = server.stdout.readline().strip()
urllib.request.urlopen(address).read()
say("explorer, from start to the page", [(time.time() - begun) * 1000])
text, took = lines(300), []
for _ in range(times + 2):
    question = json.dumps({"name": "k.cu", "text": text, "target": "musa", "view": "text"}).encode()
    from_ = time.time()
    answer = json.load(urllib.request.urlopen(urllib.request.Request(address + "api/translate", question, {"Content-Type": "application/json"})))
    took.append((time.time() - from_) * 1000)
say("explorer, first translation of %d lines" % text.count("\n"), took[:1])
say("explorer, the same warm", took[2:])
server.kill()

lsp = subprocess.Popen([tool, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
def send(method, parameters, id=None):
    body = json.dumps({"jsonrpc": "2.0", "method": method, "params": parameters} | ({"id": id} if id else {})).encode()
    lsp.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body); lsp.stdin.flush()
def read():
    length = 0
    while (line := lsp.stdout.readline().strip()):
        if line.lower().startswith(b"content-length:"): length = int(line.split(b":")[1])
    return json.loads(lsp.stdout.read(length))
send("initialize", {"initializationOptions": {"targets": "musa,dcu"}}, 1); read()
text, took = lines(1000), []
send("textDocument/didOpen", {"textDocument": {"uri": "file:///k.cu", "text": text}}); read()
for i in range(times + 2):
    from_ = time.time()
    send("textDocument/didChange", {"textDocument": {"uri": "file:///k.cu"}, "contentChanges": [{"text": text + "// %d\n" % i}]}); read()
    took.append((time.time() - from_) * 1000)
say("language server, diagnostics of %d lines for two targets" % text.count("\n"), took[2:])
lsp.kill()
EOF
