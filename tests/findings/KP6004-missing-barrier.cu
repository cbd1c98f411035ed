// launch: k<<<1, 64>>>(p: int[64] = 0)
// expect: finding KP6004 line 6
__global__ void k(int* p) {
    __shared__ int s[64];
    s[threadIdx.x] = threadIdx.x;
    p[threadIdx.x] = s[63 - threadIdx.x];
}
