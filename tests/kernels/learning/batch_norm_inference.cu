// launch: batch_norm<<<(1,3), 32>>>(x: float[60] = seq(0, 1), mean: float[3] = 10 30 50, var: float[3] = 4 1 0.25, gamma: float[3] = 1 2 1, beta: float[3] = 0 1 -1, y: float[60] = poison, n: 20)
// tolerance: y rel 1e-6 rsqrtf
// expect: y[0..2] = -5 -4.5
// expect: y[20..22] = -19 -17
// expect: y[59..60] = 17
__global__ void batch_norm(const float* x, const float* mean, const float* var, const float* gamma, const float* beta, float* y, int n) {
    int c = blockIdx.y, i = threadIdx.x;
    if (i < n) y[c * n + i] = (x[c * n + i] - mean[c]) * rsqrtf(var[c]) * gamma[c] + beta[c];
}
