// note: shows 64 KP6102, 128 KP6102
// launch: k<<<2, 128>>>(out: int[1] = 0)
// expect: out = 8
__global__ void k(int* out) {
    if (threadIdx.x % warpSize == 0) atomicAdd(out, 1);
}
