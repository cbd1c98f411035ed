// launch: cooperative k<<<4, 32>>>(p: int[128] = 0, q: int[128] = 0)
// expect: finding KP6016
#include <cooperative_groups.h>
__global__ void k(int* p, int* q) {
    auto block = cooperative_groups::this_thread_block();
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    p[i] = i;
    block.sync();
    q[i] = p[127 - i];
}
