// launch: gelu_backward<<<4, 256>>>(x: float[1003] = rand(101, -4, 4), dy: float[1003] = rand(102, -1, 1), dx: float[1003] = poison, n: 1003)
// tolerance: dx abs 2e-6 tanhf
// expect: sum(dx) = 6.437574590136592 (twin)
// expect: dx[0..4] = -0.8960278 -0.00011599616 0.0029952258 0.06461078 (twin)
__global__ void gelu_backward(const float* x, const float* dy, float* dx, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) return;
    const float k = 0.7978845608f;
    float v = x[i], c = 0.044715f * v * v * v;
    float t = tanhf(k * (v + c));
    float s = 1.0f - t * t;
    dx[i] = dy[i] * (0.5f * (1.0f + t) + 0.5f * v * s * k * (1.0f + 3.0f * 0.044715f * v * v));
}
