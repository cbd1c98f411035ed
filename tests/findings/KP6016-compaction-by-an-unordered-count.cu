// launch: k<<<2, 32>>>(in: int[64] = seq(0, 1), out: int[64] = 0, count: int[1] = 0, total: int[2] = 0)
// expect: finding KP6016
__global__ void k(const int* in, int* out, int* count, int* total) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (in[i] % 2) out[atomicAdd(count, 1)] = in[i];
    __syncthreads();
    if (threadIdx.x == 0) total[blockIdx.x] = out[0] > 0;
}
