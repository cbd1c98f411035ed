// launch: halves<<<2, 40>>>(data: int[70] = seq(0, 1), n: 70)
// expect: sum(data) = 1640
__device__ int half_or(int v, int other) {
    if (v % 2 == 0) return v / 2;
    return other;
}
__global__ void halves(int* data, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) return;
    if (i % 7 == 0) {
        data[i] = i % 2 ? -1 : i / 2 + 1 - 1;
        return;
    }
    data[i] = half_or(data[i], data[i] - i / 2 - (i + 1) / 2 + i);
}
