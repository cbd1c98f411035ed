// launch: compact<<<1, 32>>>(x: int[32] = seq(-10, 1), out: int[32], count: int[1])
// expect: count = 11
// expect: out[0..12] = 0 2 4 6 8 10 12 14 16 18 20 0
__global__ void compact(const int* x, int* out, int* count) {
    int v = x[threadIdx.x];
    int keep = v >= 0 && v % 2 == 0;
    unsigned m = __ballot_sync(0xffffffffu, keep);
    unsigned before = m & ((1u << threadIdx.x) - 1);
    if (keep) out[__popc(before)] = v;
    if (threadIdx.x == 0) *count = __popc(m);
}
