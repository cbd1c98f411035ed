// launch: tricks<<<1, 8>>>(x: unsigned[8] = 0 1 2 255 4096 2147483648 4294967295 305419896, pop: int[8], lead: int[8], first: int[8], rev: unsigned[8], swap: unsigned[8])
// expect: pop = 0 1 1 8 1 1 32 13
// expect: lead = 32 31 30 24 19 0 0 3
// expect: first = 0 1 2 1 13 32 1 4
// expect: rev = 0 2147483648 1073741824 4278190080 524288 1 4294967295 510274632
// expect: swap = 0 16777216 33554432 4278190080 1048576 128 4294967295 2018915346
__global__ void tricks(const unsigned* x, int* pop, int* lead, int* first, unsigned* rev, unsigned* swap) {
    int i = threadIdx.x;
    pop[i] = __popc(x[i]);
    lead[i] = __clz(x[i]);
    first[i] = __ffs(x[i]);
    rev[i] = __brev(x[i]);
    swap[i] = __byte_perm(x[i], 0, 0x0123);
}
