// launch: blur<<<5, 32>>>(in: int[150] = seq(0, 2), out: int[150], n: 150)
// expect: out[0..5] = 6 12 20 30 40
// expect: out[147..150] = 1470 1180 888
__global__ void blur(const int* in, int* out, int n) {
    __shared__ int tile[32 + 4];
    int g = blockIdx.x * 32 + threadIdx.x, l = threadIdx.x + 2;
    tile[l] = g < n ? in[g] : 0;
    if (threadIdx.x < 2) {
        tile[l - 2] = g >= 2 ? in[g - 2] : 0;
        tile[l + 32] = g + 32 < n ? in[g + 32] : 0;
    }
    __syncthreads();
    if (g < n) {
        int s = 0;
        for (int k = -2; k <= 2; k++) s += tile[l + k];
        out[g] = s;
    }
}
