// note: shows schedules KP6101
// launch: k<<<1, 32>>>(table: int[64] = -1)
// expect: table[5..9] = 5 13 21 29
__global__ void k(int* table) {
    int slot = threadIdx.x % 8 * 8 + threadIdx.x % 8;
    if (threadIdx.x % 8 != 5) return;
    slot = 5;
    while (atomicCAS(&table[slot], -1, threadIdx.x) != -1) slot++;
}
