// note: shows 64 KP6008, 128 KP6008
// launch: k<<<1, 32>>>(out: int[4] = 0)
// expect: out = 32 32 32 32
__global__ void k(int* out) {
    for (int row = threadIdx.x / warpSize; row < 4; row += blockDim.x / warpSize) atomicAdd(&out[row], 1);
}
