// launch: k<<<4, 32>>>(in: int[128] = 1, part: int[128] = 0, sum: int[1] = 0)
// expect: finding KP6016 line 14
__device__ unsigned tickets = 0;
__global__ void k(const int* in, int* part, int* sum) {
    __shared__ bool last;
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    part[i] = in[i];
    __threadfence_block();
    __syncthreads();
    if (threadIdx.x == 0) last = atomicInc(&tickets, gridDim.x) == gridDim.x - 1;
    __syncthreads();
    if (last && threadIdx.x == 0) {
        int s = 0;
        for (int j = 0; j < 128; j++) s += part[j];
        sum[0] = s;
    }
}
