// launch: hard_swish<<<4, 100>>>(x: float[377] = rand(206, -5, 5), y: float[377] = poison, n: 377)
// expect: sum(y) = 433.79535 (twin)
// launch: elu<<<3, 128>>>(x: float[377] = rand(207, -5, 5), y: float[377] = poison, n: 377, alpha: 1.25)
// tolerance: y abs 2e-6 expm1f
// expect: sum(y) = 259.27725 (twin)
// launch: leaky_relu<2><<<2, 96>>>(x: float[382] = rand(208, -3, 3), y: float[382] = poison, n: 382, slope: 0.01)
// expect: sum(y) = 289.5475 (twin)
// launch: relu6_backward<<<3, 128>>>(x: float[377] = rand(209, -2, 8), dy: float[377] = rand(210, -1, 1), dx: float[377] = poison, n: 377)
// expect: sum(dx) = -0.46786147 (twin)
__global__ void hard_swish(const float* x, float* y, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) y[i] = x[i] * fminf(fmaxf(x[i] + 3.0f, 0.0f), 6.0f) / 6.0f;
}

__global__ void elu(const float* x, float* y, int n, float alpha) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        float v = x[i];
        y[i] = v > 0.0f ? v : alpha * expm1f(v);
    }
}

// Several neighbouring elements a thread, as generated elementwise kernels have it.
template <int PerThread> __global__ void leaky_relu(const float* x, float* y, int n, float slope) {
    int first = (blockIdx.x * blockDim.x + threadIdx.x) * PerThread;
#pragma unroll
    for (int k = 0; k < PerThread; k++) {
        int i = first + k;
        if (i < n) y[i] = x[i] > 0.0f ? x[i] : slope * x[i];
    }
}

__global__ void relu6_backward(const float* x, const float* dy, float* dx, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) dx[i] = x[i] > 0.0f && x[i] < 6.0f ? dy[i] : 0.0f;
}
