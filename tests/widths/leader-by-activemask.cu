// note: shows 64 KP6102, 128 KP6102
// launch: k<<<1, 128>>>(in: int[128] = seq(0, 1), out: int[1] = 0)
// expect: out = 64
__global__ void k(const int* in, int* out) {
    if (in[threadIdx.x] >= 64) {
        unsigned here = __activemask();
        int leader = __ffs(here) - 1;
        if (threadIdx.x % warpSize == leader) atomicAdd(out, __popc(here));
    }
}
