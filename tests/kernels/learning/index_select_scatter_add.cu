// launch: select<<<2, 16>>>(x: float[30] = seq(0, 1), index: int[6] = 4 0 4 2 9 1, y: float[18] = poison, cols: 3, n: 6)
// then: scatter<<<2, 16>>>(y, index, sum: float[30], cols: 3, n: 6)
// expect: y[0..6] = 12 13 14 0 1 2
// expect: sum[0..6] = 0 1 2 3 4 5
// expect: sum[12..15] = 24 26 28
// expect: sum(sum) = 198
__global__ void select(const float* x, const int* index, float* y, int cols, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n * cols) y[i] = x[index[i / cols] * cols + i % cols];
}
__global__ void scatter(const float* y, const int* index, float* sum, int cols, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n * cols) atomicAdd(sum + index[i / cols] * cols + i % cols, y[i]);
}
