// launch: powers<<<1, 4>>>(out: int[8])
// expect: out = 0 1 4 9 0 1 8 27
__device__ int raise(int b, int e = 2) {
    int r = 1;
    for (int i = 0; i < e; i++) r *= b;
    return r;
}
__global__ void powers(int* out) {
    int i = threadIdx.x;
    out[i] = raise(i);
    out[i + 4] = raise(i, 3);
}
