// launch: fill<<<4, 32>>>(p: int[128] = 0)
// then: turn<<<4, 32>>>(p, q: int[128] = 0)
// expect: q[0..2] = 127 126
__global__ void fill(int* p) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    p[i] = i;
}
__global__ void turn(int* p, int* q) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    q[i] = p[127 - i];
}
