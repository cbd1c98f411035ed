// note: shows 64 KP6102, 128 KP6102
// launch: k<<<1, 128>>>(in: int[128] = seq(1, 1), out: int[1] = 0)
// expect: out = 8256
__global__ void k(const int* in, int* out) {
    int v = in[threadIdx.x];
    for (int d = 1; d < 32; d *= 2) v += __shfl_xor(v, d);
    if (threadIdx.x % warpSize == 0) atomicAdd(out, v);
}
