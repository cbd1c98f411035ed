// note: shows schedules KP6101
// launch: k<<<1, 32>>>(average: float[1] = 0)
// expect: average = 30
__global__ void k(float* average) {
    int* bits = (int*)average;
    int seen = atomicAdd(bits, 0), before;
    do {
        before = seen;
        seen = atomicCAS(bits, before, __float_as_int(0.5f * __int_as_float(before) + 0.5f * threadIdx.x));
    } while (seen != before);
}
