// By hand 896 steps, 14 copies, 114688 bytes; Muls, Exp, Adds, Div
// launch: silu<<<56, 256>>>(x: float[14336] = rand(1, -3, 3), y: float[14336] = poison, n: 14336)
__global__ void silu(const float *x, float *y, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        y[i] = x[i] / (1.0f + expf(-x[i]));
    }
}
