// launch: k<<<4, 32>>>(p: int[132] = seq(0, 1))
// expect: p[0..3] = 1 2 3
__global__ void k(int* p) {
    int i = blockIdx.x * (blockDim.x + 1) + threadIdx.x;
    int next = p[i + 1];
    __syncthreads();
    p[i] = next;
}
