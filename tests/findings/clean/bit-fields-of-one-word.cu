// launch: k<<<1, 64>>>(p: unsigned[64] = 0)
struct Flags { unsigned low : 4; unsigned : 0; unsigned high : 12; };
__global__ void k(unsigned* p) {
    Flags* flags = reinterpret_cast<Flags*>(p) + threadIdx.x % 32;
    if (threadIdx.x < 32) flags->low = 3;
    else flags->high = threadIdx.x;
}
