// launch: k<<<2, 128>>>(out: int[1] = 0)
// expect: out = 8
__global__ void k(int* out) {
    if (threadIdx.x % 32 == 0) atomicAdd(out, 1);
}
