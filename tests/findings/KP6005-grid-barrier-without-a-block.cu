// launch: cooperative meet<<<3, 4>>>(v: int[12] = seq(0, 1))
// expect: finding KP6005 line 7
#include <cooperative_groups.h>
__global__ void meet(int* v) {
    v[blockIdx.x * blockDim.x + threadIdx.x]++;
    if (blockIdx.x == 1) return;
    cooperative_groups::this_grid().sync();
}
