// launch: k<<<4, 32>>>(p: int[129] = seq(0, 1), q: int[128] = 0)
// expect: q[0..3] = 1 2 3
__global__ void k(const int* p, int* q) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    int next = p[i + 1];
    q[i] = next;
}
