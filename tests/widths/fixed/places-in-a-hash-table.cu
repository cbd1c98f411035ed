// launch: k<<<1, 32>>>(table: int[64] = -1)
// expect: set(table[5..9]) = 5 13 21 29
__global__ void k(int* table) {
    if (threadIdx.x % 8 != 5) return;
    int slot = 5;
    while (atomicCAS(&table[slot], -1, threadIdx.x) != -1) slot++;
}
