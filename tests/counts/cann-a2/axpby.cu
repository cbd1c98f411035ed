// By hand 672 steps, 21 copies, 172032 bytes; Muls, Muls, Add
// launch: axpby<<<56, 256>>>(x: float[14336] = rand(1, -3, 3), y: float[14336] = rand(2, -3, 3), a: 2, b: 3, n: 14336)
__global__ void axpby(const float *x, float *y, float a, float b, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        y[i] = a * x[i] + b * y[i];
    }
}
