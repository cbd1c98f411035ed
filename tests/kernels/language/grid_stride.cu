// launch: fill<<<3, 32>>>(out: int[1003] = poison, n: 1003)
// expect: sum(out) = 1006009
// expect: out[1000..1003] = 2001 2003 2005
__global__ void fill(int* out, int n) {
    for (int i = blockIdx.x * blockDim.x + threadIdx.x; i < n; i += gridDim.x * blockDim.x) out[i] = 2 * i + 1;
}
