// launch: k<<<8, 32>>>(part: int[8] = 0, flag: int[8] = 0, out: int[8] = 0)
// expect: out = 1 3 6 10 15 21 28 36
__global__ void k(int* part, volatile int* flag, int* out) {
    if (threadIdx.x == 0) {
        int before = 0;
        if (blockIdx.x > 0) {
            while (flag[blockIdx.x - 1] == 0) { }
            before = part[blockIdx.x - 1];
        }
        part[blockIdx.x] = before + blockIdx.x + 1;
        __threadfence();
        flag[blockIdx.x] = 1;
        out[blockIdx.x] = part[blockIdx.x] + 0 * part[0];
    }
}
