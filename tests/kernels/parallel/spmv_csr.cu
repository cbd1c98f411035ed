// launch: spmv<<<1, 8>>>(start: int[6] = 0 2 2 5 6 8, col: int[8] = 0 3 1 2 4 0 2 3, val: float[8] = 1 2 3 4 5 6 7 8, x: float[5] = 1 2 3 4 5, y: float[5] = poison, rows: 5)
// expect: y = 9 0 43 6 53
__global__ void spmv(const int* start, const int* col, const float* val, const float* x, float* y, int rows) {
    int r = blockIdx.x * blockDim.x + threadIdx.x;
    if (r < rows) {
        float s = 0.0f;
        for (int j = start[r]; j < start[r + 1]; ++j) s += val[j] * x[col[j]];
        y[r] = s;
    }
}
