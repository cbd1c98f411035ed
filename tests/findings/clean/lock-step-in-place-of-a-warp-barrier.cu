// launch: k<<<1, 32>>>(p: int[32] = 1)
// expect: p[0..1] = 32
__global__ void k(int* p) {
    for (int d = 16; d > 0; d /= 2) {
        if (threadIdx.x < d) p[threadIdx.x] += p[threadIdx.x + d];
        __syncwarp();
    }
}
