// launch: guard<<<1, 6>>>(x: int[6] = 0 1 2 3 4 5, hits: int[1], out: int[6])
// expect: out = 0 1 1 0 1 1
// expect: hits = 5
__device__ int touch(int* hits, int v) {
    atomicAdd(hits, 1);
    return v;
}
__global__ void guard(const int* x, int* hits, int* out) {
    int v = x[threadIdx.x];
    bool even = v % 2 == 0;
    bool r = (even && touch(hits, v) > 1) || (v % 4 == 1 && (touch(hits, 1), v < 3)) || (!even && v == 5);
    out[threadIdx.x] = r || (v == 0 ? false : false);
}
