// launch: count<<<2, 50>>>(x: int[100] = seq(0, 1), out: int[6])
// expect: out = 17 0 1 17 0 1
__global__ void count(const int* x, int* out) {
    int v = x[blockIdx.x * 50 + threadIdx.x];
    int c = __syncthreads_count(v % 3 == 0);
    int a = __syncthreads_and(v % 3 == 0);
    int o = __syncthreads_or(v % 50 == 49);
    if (threadIdx.x == 0) {
        out[3 * blockIdx.x] = c;
        out[3 * blockIdx.x + 1] = a;
        out[3 * blockIdx.x + 2] = o;
    }
}
