// note: shows 64 KP6007, 128 KP6007
// launch: k<<<1, 64>>>(in: int[64] = seq(0, 1), out: int[8] = 0)
// expect: out = 8 8 8 8 8 8 8 8
__global__ void k(const int* in, int* out) {
    int key = in[threadIdx.x] % 8;
    unsigned same = __match_any_sync(0xffffffff, key);
    if (__ffs(same) - 1 == threadIdx.x % 32) atomicAdd(&out[key], __popc(same));
}
