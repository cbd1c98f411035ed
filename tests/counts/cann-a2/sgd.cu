// By hand 448 steps, 21 copies, 172032 bytes; Muls, Sub
// launch: sgd<<<56, 256>>>(w: float[14336] = rand(1, -3, 3), g: float[14336] = rand(2, -3, 3), rate: 0.1, n: 14336)
__global__ void sgd(float *w, const float *g, float rate, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        w[i] -= rate * g[i];
    }
}
