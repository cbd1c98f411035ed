// note: shows schedules KP6101
// launch: k<<<4, 32>>>(count: int[1] = 0, out: int[128] = 0)
// expect: out[0..3] = 0 1 2
__global__ void k(int* count, int* out) {
    out[atomicAdd(count, 1)] = blockIdx.x * blockDim.x + threadIdx.x;
}
