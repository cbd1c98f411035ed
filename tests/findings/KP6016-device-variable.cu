// launch: k<<<4, 32>>>(out: int[4] = 0)
// expect: finding KP6016 line 6
__device__ int latest;
__global__ void k(int* out) {
    if (threadIdx.x == 0) {
        latest = blockIdx.x;
        out[blockIdx.x] = 1;
    }
}
