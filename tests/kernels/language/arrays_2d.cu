// launch: rotate<<<1, 1>>>(in: int[9] = 1 2 3 4 5 6 7 8 9, out: int[9])
// expect: out = 7 4 1 8 5 2 9 6 3
__global__ void rotate(const int* in, int* out) {
    int m[3][3];
    int r[3][3] = {{0}};
    for (int i = 0; i < 9; i++) m[i / 3][i % 3] = in[i];
    for (int y = 0; y < 3; y++)
        for (int x = 0; x < 3; x++) r[x][2 - y] = m[y][x];
    for (int i = 0; i < 9; i++) out[i] = (&r[0][0])[i];
}
