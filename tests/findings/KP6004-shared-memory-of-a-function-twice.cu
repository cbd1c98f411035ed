// launch: k<<<1, 64>>>(p: int[64] = 0)
// expect: finding KP6004 line 5
__device__ int first(int v) {
    __shared__ int s;
    if (threadIdx.x == 0) s = v;
    __syncthreads();
    return s;
}
__global__ void k(int* p) {
    int a = first(1);
    int b = first(2);
    p[threadIdx.x] = a + b;
}
