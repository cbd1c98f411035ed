// By hand 2016 steps, 14 copies, 114688 bytes; Muls, Mul, Mul, Add, Muls, Tanh, Adds, Muls, Mul
// launch: gelu<<<56, 256>>>(x: float[14336] = rand(1, -3, 3), y: float[14336] = poison, n: 14336)
__global__ void gelu(const float *x, float *y, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        float v = x[i];
        y[i] = 0.5f * v * (1.0f + tanhf(0.7978845608f * (v + 0.044715f * v * v * v)));
    }
}
