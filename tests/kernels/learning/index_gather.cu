// launch: take_along<<<2, 64>>>(x: float[210] = rand(291, -1, 1), index: int[84] = rand(292, 0, 30), y: float[84] = poison, rows: 7, k: 12, cols: 30)
// expect: sum(y) = 11.013669 (twin)
// launch: embedding_backward<<<(11,1), 32>>>(dtable: float[228] = 0, dy: float[209] = rand(293, -1, 1), ids: int[11] = 3 0 11 3 7 7 2 9 3 10 1, d: 19)
// tolerance: dtable abs 1e-6 the order of the sums
// expect: sum(dtable) = 5.518294 (twin)
// launch: one_hot<<<2, 128>>>(ids: int[17] = rand(294, 0, 11), y: float[187] = poison, classes: 11, n: 187)
// expect: sum(y) = 17
// launch: encode<<<4, 64>>>(out: float[240] = poison, tokens: int[10] = 4 4 0 2 6 1 5 3 6 0, wte: float[168] = rand(295, -1, 1), wpe: float[120] = rand(296, -1, 1), b: 2, t: 5, c: 24)
// expect: sum(out) = -15.104498 (twin)
__global__ void take_along(const float* x, const int* index, float* y, int rows, int k, int cols) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < rows * k) y[i] = x[i / k * cols + index[i]];
}

__global__ void embedding_backward(float* dtable, const float* dy, const int* ids, int d) {
    int row = blockIdx.x;
    int id = ids[row];
    for (int c = threadIdx.x; c < d; c += blockDim.x) atomicAdd(dtable + id * d + c, dy[row * d + c]);
}

__global__ void one_hot(const int* ids, float* y, int classes, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) y[i] = ids[i / classes] == i % classes;
}

__global__ void encode(float* out, const int* tokens, const float* wte, const float* wpe, int b, int t, int c) {
    int idx = blockIdx.x * blockDim.x + threadIdx.x;
    int n = b * t * c;
    if (idx < n) {
        int bt = idx / c;
        int row = bt / t;
        int pos = bt % t;
        int ch = idx % c;
        int token = tokens[row * t + pos];
        out[idx] = wte[token * c + ch] + wpe[pos * c + ch];
    }
}
