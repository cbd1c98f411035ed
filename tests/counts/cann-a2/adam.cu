// By hand 2688 steps, 49 copies, 401408 bytes; Muls, Muls, Add; Mul, Muls, Muls, Add; Sqrt, Adds, Div, Muls, Sub
// launch: adam<<<56, 256>>>(w: float[14336] = rand(1, -3, 3), g: float[14336] = rand(2, -3, 3), m: float[14336] = rand(3, -3, 3), v: float[14336] = rand(4, 0.1, 2), rate: 0.1, n: 14336)
__global__ void adam(float *w, const float *g, float *m, float *v, float rate, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        float a = 0.9f * m[i] + 0.1f * g[i], b = 0.999f * v[i] + 0.001f * (g[i] * g[i]);
        m[i] = a;
        v[i] = b;
        w[i] -= rate * (a / (sqrtf(b) + 1e-8f));
    }
}
