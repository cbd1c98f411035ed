// launch: k<<<1, 64>>>(in: int[64] = seq(0, 1), out: int[64] = 0)
// expect: out = 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
__global__ void k(const int* in, int* out) {
    __shared__ int found[2];
    if (threadIdx.x < 2) found[threadIdx.x] = 0;
    __syncthreads();
    if (in[threadIdx.x] == 5) atomicOr(&found[threadIdx.x / 32], 1);
    __syncthreads();
    out[threadIdx.x] = found[threadIdx.x / 32];
}
