// launch: scale<<<2, 4>>>(data: float[8] = 0 1 2 3 4 5 6 7, factor: 2, n: 7)
// expect: data = 0 2 4 6 8 10 12 7
__global__ void scale(float* data, float factor, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) data[i] *= factor;
}
