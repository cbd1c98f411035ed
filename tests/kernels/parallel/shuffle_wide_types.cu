// launch: widest<<<1, 32>>>(d: double[32] = seq(0.5, 1), l: long long[32] = seq(10000000000, 1), od: double[1], ol: long long[1])
// expect: od = 512
// expect: ol = 320000000496
__global__ void widest(const double* d, const long long* l, double* od, long long* ol) {
    double v = d[threadIdx.x];
    long long w = l[threadIdx.x];
    for (int k = 16; k > 0; k >>= 1) {
        v += __shfl_xor_sync(0xffffffffu, v, k, 32);
        w += __shfl_down_sync(0xffffffffu, w, k, 32);
    }
    if (threadIdx.x == 0) {
        *od = v;
        *ol = w;
    }
}
