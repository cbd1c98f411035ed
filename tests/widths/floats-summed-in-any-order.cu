// note: shows schedules KP6101
// launch: k<<<4, 64>>>(sum: float[1] = 0)
// expect: sum = 16777216
__global__ void k(float* sum) {
    atomicAdd(sum, blockIdx.x == 0 && threadIdx.x == 0 ? 16777216.0f : 0.5f);
}
