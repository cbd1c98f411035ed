// launch: k<<<1, 32>>>(lamp: int[1] = 0, out: int[32] = 0)
// expect: sum(out) = 16
// expect: lamp = 0
__global__ void k(int* lamp, int* out) {
    out[threadIdx.x] = atomicXor(lamp, 1);
}
