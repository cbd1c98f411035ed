// By hand 224 steps, 14 copies, 114688 bytes; Muls
// launch: scale<<<56, 256>>>(x: float[14336] = rand(1, -3, 3), y: float[14336] = poison, a: 2.5, n: 14336)
__global__ void scale(const float *x, float *y, float a, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        y[i] = a * x[i];
    }
}
