#!/usr/bin/env bash
# The language server from the packed tool, spoken to over standard input and output as an editor does: a hazard comes with its place and target.
. "$(dirname "$0")/../packages.sh"
install_tool
say() { printf 'Content-Length: %d\r\n\r\n%s' "${#1}" "$1"; }
{
    say '{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"initializationOptions":{"targets":"dcu"}}}'
    say '{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///work/k.cu","text":"__global__ void k(const int* x, int* out)\n{\n    out[0] = __popc(__ballot_sync(0xffffffffu, x[threadIdx.x] > 0)) / warpSize;\n}\n"}}}'
    sleep 3
    say '{"jsonrpc":"2.0","id":2,"method":"textDocument/hover","params":{"textDocument":{"uri":"file:///work/k.cu"},"position":{"line":2,"character":22}}}'
    say '{"jsonrpc":"2.0","id":3,"method":"shutdown"}'
    say '{"jsonrpc":"2.0","method":"exit"}'
} | tools/kernelport lsp >said 2>log || { cat log said; exit 1; }
grep -q '"code":"KP4004"' said || { cat said; exit 1; }
grep -q '\[dcu:gfx906\]' said || { cat said; exit 1; }
grep -q '"id":2' said || { cat said; exit 1; }
echo done
