// By hand 448 steps, 28 copies, 229376 bytes; Mul, Add: CUDA's product is rounded in the reference
// launch: multiply_add<<<56, 256>>>(a: float[14336] = rand(1, -3, 3), b: float[14336] = rand(2, -3, 3), c: float[14336] = rand(3, -3, 3), d: float[14336] = poison, n: 14336)
__global__ void multiply_add(const float *a, const float *b, const float *c, float *d, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        d[i] = a[i] * b[i] + c[i];
    }
}
