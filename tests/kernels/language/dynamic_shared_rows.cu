// launch: column_sums<<<2, 8, 128>>>(in: int[32] = seq(0, 1), out: int[8])
// expect: out = 24 28 32 36 88 92 96 100
// Rows of four in dynamically sized shared memory, read across.
__global__ void column_sums(const int* in, int* out) {
    extern __shared__ int rows[][4];
    int t = threadIdx.x;
    rows[t % 4][t / 4] = in[blockIdx.x * 16 + t];
    rows[t % 4][2 + t / 4] = in[blockIdx.x * 16 + 8 + t];
    __syncthreads();
    if (t < 4) {
        const int* row = &rows[t][0];
        out[blockIdx.x * 4 + t] = row[0] + row[1] + row[2] + row[3];
    }
}
