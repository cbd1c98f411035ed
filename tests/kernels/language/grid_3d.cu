// launch: where<<<(2,3,2), (4,2,2)>>>(out: int[192])
// expect: sum(out) = 18336
// expect: out[0..8] = 0 1 2 3 4 5 6 7
// expect: out[188..192] = 188 189 190 191
__global__ void where(int* out) {
    int x = blockIdx.x * blockDim.x + threadIdx.x;
    int y = blockIdx.y * blockDim.y + threadIdx.y;
    int z = blockIdx.z * blockDim.z + threadIdx.z;
    int w = gridDim.x * blockDim.x, h = gridDim.y * blockDim.y;
    int i = (z * h + y) * w + x;
    out[i] = i;
}
