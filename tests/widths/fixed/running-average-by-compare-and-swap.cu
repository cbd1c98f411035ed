// launch: k<<<1, 32>>>(average: float[1] = 0)
// expect: average = 15.5
__global__ void k(float* average) {
    atomicAdd(average, threadIdx.x / 32.0f);
}
