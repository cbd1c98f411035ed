// Shared tables as matrix products stage them: written by columns and read by rows, every second to sixteenth element a thread, again and again; some of it by a
// part of the threads, at places that nobody knows before, as wide numbers; and one table that is walked past the end of its rows.
// launch: shared_by_steps<<<2, (32, 16)>>>(in: int[4096] = rand(3, -500, 500), out: int[4096] = 0, k: 3)
// expect: hash(out) = 6abf50b16f9a65a1 (twin)
// launch: shared_by_steps<<<2, (32, 16)>>>(in: int[4096] = rand(4, -500, 500), out: int[4096] = 0, k: 16)
// expect: hash(out) = 77dc6651e8ab2db1 (twin)
// launch: shared_by_steps<<<1, (16, 20)>>>(in: int[4096] = rand(4, -500, 500), out: int[4096] = 0, k: 7)
// expect: hash(out) = 7040bfd1d1559254 (twin)
__global__ void shared_by_steps(const int *in, int *out, int k) {
    __shared__ int columns[16][64];
    __shared__ int fours[16][64];
    __shared__ int past[8][64];
    __shared__ long long pairs[512];
    int x = threadIdx.x & 15, t = threadIdx.y * blockDim.x + threadIdx.x, all = blockDim.x * blockDim.y;
    for (int e = t; e < 1024; e += all) {
        columns[e % 16][e / 16] = in[e + blockIdx.x];
        fours[e / 64][e % 64] = in[1024 + e];
    }
    for (int e = t; e < 512; e += all) {
        past[0][e] = in[2048 + e];
        pairs[e] = in[3000 + e] * 1000003LL;
    }
    __syncthreads();
    int sum = 0, some = 0;
    for (int i = 0; i < 16; i++)
        for (int j = 0; j < 4; j++) sum = sum * 3 + columns[i][(threadIdx.y & 15) * 4 + j] * fours[i][x * 4 + j];
    if (x < k) some = fours[k % 16][x * 4 + 1] - fours[(k + 1) % 16][x * 4];
    for (int i = 0; i < k; i++) some += past[i & 3][x * 2 + 1] ^ past[0][(i & 7) + x * 16] ^ past[1][x * 8 + 5];
    long long two = 0;
    for (int i = 0; i < k; i++) two += pairs[x * 2 + i] - pairs[x * 4] * pairs[x * 2 + 1 + 2 * i];
    out[blockIdx.x * all + t] = sum + some * 7 + (int)(two >> 9);
    out[2048 + blockIdx.x * all + t] = columns[x][t & 63];
}
