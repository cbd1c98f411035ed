// launch: saxpy<<<5, 256>>>(x: float[1037] = rand(3, -2, 2), y: float[1037] = rand(4, -2, 2), a: 1.5, n: 1037)
// expect: y[0..4] = -2.59347439 2.77138853 2.1143167 -2.59570241
// expect: y[1034..1037] = -2.31920314 3.61822486 2.58705902
// launch: saxpy<<<1, 256>>>(x: float[7] = 1 2 3 4 5 6 7, y: float[7] = 10 20 30 40 50 60 70, a: 2, n: 7)
// expect: y = 12 24 36 48 60 72 84
__global__ void saxpy(const float* x, float* y, float a, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) y[i] = a * x[i] + y[i];
}
