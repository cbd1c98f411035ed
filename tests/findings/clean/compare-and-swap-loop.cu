// launch: k<<<4, 32>>>(in: double[128] = 1, sum: double[1] = 0)
// expect: sum = 128
__device__ double add(double* address, double value) {
    unsigned long long int* bits = (unsigned long long int*)address;
    unsigned long long int old = *bits, assumed;
    do {
        assumed = old;
        old = atomicCAS(bits, assumed, __double_as_longlong(value + __longlong_as_double(assumed)));
    } while (assumed != old);
    return __longlong_as_double(old);
}
__global__ void k(const double* in, double* sum) {
    add(sum, in[blockIdx.x * blockDim.x + threadIdx.x]);
}
