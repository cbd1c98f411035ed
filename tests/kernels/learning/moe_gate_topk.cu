// launch: gate<<<2, 8>>>(logits: float[160] = rand(121, -3, 3), index: int[20], weight: float[20], tokens: 10)
// tolerance: weight rel 1e-6 expf
// expect: index = 8 2 0 1 2 6 10 13 11 6 1 15 4 10 5 14 11 15 13 3 (twin)
// expect: sum(weight) = 10
__global__ void gate(const float* logits, int* index, float* weight, int tokens) {
    int t = blockIdx.x * blockDim.x + threadIdx.x;
    if (t >= tokens) return;
    const float* x = logits + 16 * t;
    int best[2] = {-1, -1};
    for (int k = 0; k < 2; k++) {
        for (int e = 0; e < 16; e++) {
            if (k == 1 && e == best[0]) continue;
            if (best[k] < 0 || x[e] > x[best[k]]) best[k] = e;
        }
    }
    float b = expf(x[best[1]] - x[best[0]]);
    index[2 * t] = best[0];
    index[2 * t + 1] = best[1];
    weight[2 * t] = 1.0f / (1.0f + b);
    weight[2 * t + 1] = b / (1.0f + b);
}
