#!/usr/bin/env bash
# The explorer from the packed tool: started, asked for a translation and for a run as its page asks, and refused to another origin.
. "$(dirname "$0")/../packages.sh"
command -v curl >/dev/null || { echo "not run, because curl is not installed"; exit 0; }
install_tool
cp "$repository/samples/FirstSteps/softmax.cu" .
tools/kernelport explore softmax.cu >address 2>log &
server=$!
trap 'kill $server; rm -rf "$clean"' EXIT
for i in $(seq 100); do [ -s address ] && break || sleep 0.1; done
address=$(cat address)

curl -sf "$address" | grep -q '<title>KernelPort explorer' || { echo "no page"; exit 1; }
ask() { curl -sf -X POST -H 'Content-Type: application/json' --data-binary @- "${address}api/$1"; }
text=$(sed 's/\\/\\\\/g; s/"/\\"/g' softmax.cu | awk '{ printf "%s\\n", $0 }')
echo "{\"text\": \"$text\", \"target\": \"dcu\", \"view\": \"text\"}" | ask translate | grep -q 'hip/hip_runtime.h' || { echo "no translation"; exit 1; }
echo "{\"text\": \"$text\", \"target\": \"csharp\"}" | ask run | grep -q '"outcome":"passed"' || { echo "no run"; exit 1; }
[ "$(curl -s -o /dev/null -w '%{http_code}' -H 'Origin: http://elsewhere.example' "$address")" = 403 ] || { echo "another origin was answered"; exit 1; }
echo done
