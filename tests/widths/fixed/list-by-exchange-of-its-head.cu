// launch: k<<<1, 32>>>(head: int[1] = -1, next: int[32] = 0)
// expect: next[1..4] = 0 1 2
// expect: head = 31
__global__ void k(int* head, int* next) {
    next[threadIdx.x] = (int)threadIdx.x - 1;
    if (threadIdx.x == blockDim.x - 1) *head = threadIdx.x;
}
