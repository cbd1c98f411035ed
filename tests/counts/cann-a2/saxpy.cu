// By hand 448 steps, 21 copies, 172032 bytes; Muls, Add (npu-dialects 9.1)
// launch: saxpy<<<56, 256>>>(x: float[14336] = rand(1, -3, 3), y: float[14336] = rand(2, -3, 3), a: 2, n: 14336)
__global__ void saxpy(const float *x, float *y, float a, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        y[i] = a * x[i] + y[i];
    }
}
