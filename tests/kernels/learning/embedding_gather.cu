// launch: gather<<<7, 16>>>(table: float[240] = seq(0, 1), id: int[7] = 3 0 11 3 -1 5 7, out: float[140] = poison, dim: 20, rows: 12)
// expect: out[0..2] = 60 61
// expect: out[40..42] = 220 221
// expect: out[80..82] = 0 0
// expect: sum(out) = 12740
__global__ void gather(const float* table, const int* id, float* out, int dim, int rows) {
    int r = id[blockIdx.x];
    for (int c = threadIdx.x; c < dim; c += blockDim.x)
        out[blockIdx.x * dim + c] = (r >= 0 && r < rows) ? table[r * dim + c] : 0.0f;
}
