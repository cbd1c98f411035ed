// launch: k<<<1, 32>>>(tickets: int[1] = 0, out: int[32] = 0)
// expect: out = 0 1 0 1 0 1 0 1 0 1 0 1 0 1 0 1 0 1 0 1 0 1 0 1 0 1 0 1 0 1 0 1
__global__ void k(int* tickets, int* out) {
    atomicAdd(tickets, 1);
    out[threadIdx.x] = threadIdx.x % 2;
}
