// launch: cooperative ring<<<4, 8>>>(a: int[32] = seq(0, 1), b: int[32] = poison)
// expect: b[0..4] = 32 33 34 35
// expect: b[31..32] = 63
// expect: sum(b) = 1520
#include <cooperative_groups.h>
__global__ void ring(int* a, int* b) {
    auto grid = cooperative_groups::this_grid();
    int i = blockIdx.x * blockDim.x + threadIdx.x, n = gridDim.x * blockDim.x;
    __shared__ int mine[8];
    mine[threadIdx.x] = a[i];
    a[i] += n;
    grid.sync();
    b[i] = a[(i + n / 2) % n] + mine[threadIdx.x] - (i + n / 2) % n + (i + n / 2) % n - (a[(i + n / 2) % n] - n) + (i % 1);
}
