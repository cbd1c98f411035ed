// launch: k<<<1, 128>>>(in: int[128] = 1, out: int[4] = 0)
// expect: out = 32 32 32 32
__global__ void k(const int* in, int* out) {
    for (int row = threadIdx.x; row < 4; row += blockDim.x) {
        int sum = 0;
        for (int c = 0; c < 32; c++) sum += in[row * 32 + c];
        out[row] = sum;
    }
}
