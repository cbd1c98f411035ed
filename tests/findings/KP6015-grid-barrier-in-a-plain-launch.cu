// launch: meet<<<2, 4>>>(v: int[8] = seq(0, 1))
// expect: finding KP6015 line 6
#include <cooperative_groups.h>
__global__ void meet(int* v) {
    v[blockIdx.x * blockDim.x + threadIdx.x]++;
    cooperative_groups::this_grid().sync();
}
