// launch: one_hot<<<6, 64>>>(label: int[6] = rand(951, 0, 50), out: float[300] = poison, classes: 50)
// expect: sum(out) = 6 (twin)
// expect: out[0..1] = 0 (twin)
// expect: out[299..300] = 0 (twin)
// launch: roll<<<4, 128>>>(x: float[500] = rand(952, -1, 1), out: float[500] = poison, n: 500, by: 37)
// expect: sum(out) = 13.206487 (twin)
// expect: out[0..1] = 0.9710235 (twin)
// expect: out[499..500] = -0.77737355 (twin)
// launch: take_rows<<<9, 96>>>(table: float[1500] = rand(953, -1, 1), index: int[9] = rand(954, 0, 20), out: float[675] = poison, cols: 75, rows: 20)
// expect: sum(out) = -7.201968 (twin)
// expect: out[0..1] = 0.8623409 (twin)
// expect: out[674..675] = -0.7514026 (twin)
__global__ void one_hot(const int* label, float* out, int classes) {
    int c = threadIdx.x;
    if (c < classes) out[blockIdx.x * classes + c] = label[blockIdx.x] == c ? 1.0f : 0.0f;
}
__global__ void roll(const float* x, float* out, int n, int by) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) return;
    int from = i - by;
    if (from < 0) from += n;
    out[i] = x[from];
}
__global__ void take_rows(const float* table, const int* index, float* out, int cols, int rows) {
    int r = index[blockIdx.x], c = threadIdx.x;
    if (c < cols) out[blockIdx.x * cols + c] = r >= 0 && r < rows ? table[r * cols + c] : 0.0f;
}
