// arrays_2d.cu for cuda, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void rotate(const int *in, int *out)
{
    int r[3][3];
    r[0][0] = 0;
    r[0][1] = 0;
    r[0][2] = 0;
    r[1][0] = 0;
    r[1][1] = 0;
    r[1][2] = 0;
    r[2][0] = 0;
    r[2][1] = 0;
    r[2][2] = 0;
    int m[3][3];
    for (int i = 0; i < 9; i++) {
        m[i / 3][i % 3] = in[i];
    }
    for (int y = 0; y < 3; y++) {
        for (int x = 0; x < 3; x++) {
            r[x][2 - y] = m[y][x];
        }
    }
    for (int i_1 = 0; i_1 < 9; i_1++) {
        out[i_1] = (&r[0][0])[i_1];
    }
}
