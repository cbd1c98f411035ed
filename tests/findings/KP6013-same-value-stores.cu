// launch: k<<<1, 64>>>(p: int[1] = 0)
// expect: finding KP6013 line 5
__global__ void k(int* p) {
    __shared__ int flag;
    flag = 1;
    __syncthreads();
    p[0] = flag;
}
