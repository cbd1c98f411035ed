// launch: k<<<2, 32>>>(data: int[32] = 0, flag: int[1] = 0, out: int[32] = 0)
// expect: finding KP6016 line 11
__global__ void k(int* data, volatile int* flag, int* out) {
    if (blockIdx.x == 0) {
        data[threadIdx.x] = threadIdx.x + 1;
        __threadfence();
        if (threadIdx.x == 0) *flag = 1;
    } else {
        if (threadIdx.x == 0) while (*flag == 0) { }
        __syncthreads();
        out[threadIdx.x] = data[threadIdx.x];
    }
}
