// launch: k<<<1, 128>>>(in: int[128] = seq(0, 1), out: int[128] = 0)
// expect: out[0..4] = 31 30 29 28
__global__ void k(const int* in, int* out) {
    __shared__ int s[128];
    s[threadIdx.x] = in[threadIdx.x];
    __syncthreads();
    out[threadIdx.x] = s[threadIdx.x ^ 31];
}
