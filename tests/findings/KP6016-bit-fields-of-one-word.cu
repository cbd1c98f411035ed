// launch: k<<<1, 64>>>(p: unsigned[32] = 0)
// expect: finding KP6016 line 8
struct Flags { unsigned low : 4; unsigned high : 12; };
__global__ void k(unsigned* p) {
    Flags* flags = reinterpret_cast<Flags*>(p) + threadIdx.x % 32;
    // Two members, but one object in memory.
    if (threadIdx.x < 32) flags->low = 3;
    else flags->high = threadIdx.x;
}
