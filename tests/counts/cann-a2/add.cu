// By hand 224 steps, 21 copies, 172032 bytes; Add
// launch: add<<<56, 256>>>(a: float[14336] = rand(1, -3, 3), b: float[14336] = rand(2, -3, 3), c: float[14336] = poison, n: 14336)
__global__ void add(const float *a, const float *b, float *c, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        c[i] = a[i] + b[i];
    }
}
