// note: shows 64 KP6007, 128 KP6007
// launch: k<<<1, 64>>>(in: unsigned[64] = seq(0, 1), out: unsigned[1] = 0)
// expect: out = 2016
__global__ void k(const unsigned* in, unsigned* out) {
    unsigned s = __reduce_add_sync(0xffffffff, in[threadIdx.x]);
    if (threadIdx.x % 32 == 0) atomicAdd(out, s);
}
