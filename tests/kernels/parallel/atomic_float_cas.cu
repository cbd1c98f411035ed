// launch: longest<<<4, 64>>>(x: float[250] = seq(-3, 0.5), best: float[1] = -1e30, n: 250)
// expect: best = 121.5
__device__ void atomic_max_float(float* p, float v) {
    int* as_int = (int*)p;
    int old = *as_int;
    while (__int_as_float(old) < v) {
        int seen = old;
        old = atomicCAS(as_int, seen, __float_as_int(v));
        if (old == seen) break;
    }
}
__global__ void longest(const float* x, float* best, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) atomic_max_float(best, x[i]);
}
