// By hand 455 steps, 14 copies, 114688 bytes; CompareScalar (its bits), Muls, Select
// launch: leaky_relu<<<56, 256>>>(x: float[14336] = rand(1, -3, 3), y: float[14336] = poison, a: 0.01, n: 14336)
__global__ void leaky_relu(const float *x, float *y, float a, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        float v = x[i];
        y[i] = v > 0.0f ? v : a * v;
    }
}
