// launch: k<<<2, 32>>>(in: int[64] = seq(0, 1), out: int[64] = 0, count: int[1] = 0)
// expect: count = 32
// expect: sum(out) = 1024
__global__ void k(const int* in, int* out, int* count) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (in[i] % 2) out[atomicAdd(count, 1)] = in[i];
}
