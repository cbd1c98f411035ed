// By hand 448 steps, 14 copies, 114688 bytes; Maxs, Mins
// launch: clamp<<<56, 256>>>(x: float[14336] = rand(1, -3, 3), y: float[14336] = poison, lo: -1, hi: 1, n: 14336)
__global__ void clamp(const float *x, float *y, float lo, float hi, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        y[i] = fminf(fmaxf(x[i], lo), hi);
    }
}
