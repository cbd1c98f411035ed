// launch: k<<<4, 64>>>(sum: float[1] = 0)
// expect: sum = 16777343.5
// tolerance: sum abs 256 (a sum of floats in any order)
__global__ void k(float* sum) {
    atomicAdd(sum, blockIdx.x == 0 && threadIdx.x == 0 ? 16777216.0f : 0.5f);
}
