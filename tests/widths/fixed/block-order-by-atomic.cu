// launch: k<<<8, 32>>>(turn: int[1] = 0, out: int[8] = 0)
// expect: out = 0 1 2 3 4 5 6 7
__global__ void k(int* turn, int* out) {
    if (threadIdx.x == 0) {
        out[blockIdx.x] = blockIdx.x;
        atomicAdd(turn, 1);
    }
}
