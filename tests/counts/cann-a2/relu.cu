// By hand 224 steps, 14 copies, 114688 bytes; Maxs
// launch: relu<<<56, 256>>>(x: float[14336] = rand(1, -3, 3), y: float[14336] = poison, n: 14336)
__global__ void relu(const float *x, float *y, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        y[i] = fmaxf(x[i], 0.0f);
    }
}
