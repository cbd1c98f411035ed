// launch: gather<<<(3,2), 8>>>(pages: float[128] = seq(0, 1), table: int[6] = 2 0 5 1 7 3, length: int[2] = 5 12, out: float[192])
// expect: out[0..8] = 32 33 34 35 36 37 38 39
// expect: out[16..24] = 0 1 2 3 4 5 6 7
// expect: out[32..40] = 80 81 82 83 84 85 86 87
// expect: out[40..48] = -1 -1 -1 -1 -1 -1 -1 -1
// expect: out[96..98] = 16 17
// Keys that lie in pages by a table, brought together for each sequence; what is behind its end says so.
__global__ void gather(const float *pages, const int *table, const int *length, float *out)
{
    constexpr int page = 2, width = 8, most = 12;
    int sequence = blockIdx.y;
    for (int t = blockIdx.x; t < most; t += gridDim.x) {
        float v = -1.0f;
        if (t < length[sequence]) {
            int slot = table[3 * sequence + t / page % 3];
            v = pages[(slot * page + t % page) * width + threadIdx.x];
        }
        out[(sequence * most + t) * width + threadIdx.x] = v;
    }
}
