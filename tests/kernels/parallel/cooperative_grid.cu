// launch: cooperative ring<<<4, 8>>>(a: int[32] = seq(0, 1), b: int[32] = poison)
// expect: b[0..4] = 32 33 34 35
// expect: b[31..32] = 63
// expect: sum(b) = 1520
// launch: cooperative scan<<<4, 8>>>(v: int[32] = seq(1, 1), w: int[32] = poison, n: 32)
// expect: v[0..6] = 1 3 6 10 15 21
// expect: v[31..32] = 528
// expect: sum(v) = 5984
// launch: cooperative scan<<<3, 11>>>(v: int[33] = seq(1, 0), w: int[33] = poison, n: 33)
// expect: v[32..33] = 33
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
namespace cg = cooperative_groups;
// Doubling steps over the whole grid: every step reads what other blocks wrote in the one before.
__global__ void scan(int* v, int* w, int n) {
    cg::grid_group grid = cg::this_grid();
    int i = (int)grid.thread_rank();
    for (int d = 1; d < n; d *= 2) {
        if (i < n) w[i] = v[i] + (i >= d ? v[i - d] : 0);
        cg::sync(grid);
        if (i < n) v[i] = w[i];
        grid.sync();
    }
}
