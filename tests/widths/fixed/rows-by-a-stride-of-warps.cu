// launch: k<<<1, 32>>>(out: int[4] = 0)
// expect: out = 32 32 32 32
__global__ void k(int* out) {
    int warps = (blockDim.x + warpSize - 1) / warpSize;
    for (int row = threadIdx.x / warpSize; row < 4; row += warps) atomicAdd(&out[row], 1);
}
