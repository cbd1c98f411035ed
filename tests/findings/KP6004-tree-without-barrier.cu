// launch: k<<<1, 128>>>(p: int[1] = 0)
// expect: finding KP6004 line 8
__global__ void k(int* p) {
    __shared__ int s[128];
    s[threadIdx.x] = 1;
    __syncthreads();
    for (int d = 64; d > 0; d >>= 1) {
        if (threadIdx.x < d) s[threadIdx.x] += s[threadIdx.x + d];
    }
    __syncthreads();
    if (threadIdx.x == 0) p[0] = s[0];
}
