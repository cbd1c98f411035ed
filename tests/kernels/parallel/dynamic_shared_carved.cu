// launch: carve<<<2, 16, 192>>>(x: float[32] = seq(0, 1), n: int[32] = seq(100, 1), out: float[32])
// expect: out[0..4] = 115 115 115 115
// expect: out[16..20] = 147 147 147 147
__global__ void carve(const float* x, const int* n, float* out) {
    extern __shared__ __align__(16) unsigned char raw[];
    float* f = (float*)raw;
    int* k = (int*)(raw + 64);
    int t = threadIdx.x, i = blockIdx.x * 16 + t;
    f[t] = x[i];
    k[15 - t] = n[i];
    __syncthreads();
    out[i] = f[t] + k[t];
}
