// launch: topk<<<4, 32>>>(x: float[400] = rand(133, -100, 100), value: float[12] = poison, index: int[12] = poison, cols: 100)
// expect: value = 98.92142 97.974106 93.82367 99.27289 98.72188 95.55338 99.918724 99.178085 96.3326 99.799194 97.38273 96.33341 (twin)
// expect: index = 20 5 32 19 64 59 76 66 60 68 61 45 (twin)
__global__ void topk(const float* x, float* value, int* index, int cols) {
    __shared__ unsigned char used[100];
    const float* row = x + blockIdx.x * cols;
    for (int c = threadIdx.x; c < cols; c += 32) used[c] = 0;
    __syncthreads();
    for (int k = 0; k < 3; k++) {
        float best = -INFINITY;
        int at = cols;
        for (int c = threadIdx.x; c < cols; c += 32)
            if (!used[c] && row[c] > best) {
                best = row[c];
                at = c;
            }
        for (int d = 16; d > 0; d >>= 1) {
            float ob = __shfl_xor_sync(0xffffffffu, best, d, 32);
            int oa = __shfl_xor_sync(0xffffffffu, at, d, 32);
            if (ob > best || (ob == best && oa < at)) {
                best = ob;
                at = oa;
            }
        }
        if (threadIdx.x == 0) {
            value[blockIdx.x * 3 + k] = best;
            index[blockIdx.x * 3 + k] = at;
            used[at] = 1;
        }
        __syncthreads();
    }
}
