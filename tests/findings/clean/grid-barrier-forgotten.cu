// launch: cooperative k<<<4, 32>>>(p: int[128] = 0, q: int[128] = 0)
// expect: sum(q) = 8128
#include <cooperative_groups.h>
__global__ void k(int* p, int* q) {
    auto grid = cooperative_groups::this_grid();
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    p[i] = i;
    grid.sync();
    q[i] = p[127 - i];
}
