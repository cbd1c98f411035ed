// launch: k<<<4, 32>>>(p: int[129] = seq(0, 1))
// expect: finding KP6016 line 6
__global__ void k(int* p) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    int next = p[i + 1];
    p[i] = next;
}
