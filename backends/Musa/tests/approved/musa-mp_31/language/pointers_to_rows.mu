// pointers_to_rows.cu for musa:mp_31, translated by KernelPort.
#include <musa_runtime.h>

struct Holder {
    int (*rows)[3];
    int n;
};

__device__ int (*rows)[3];

__constant__ int table[2][3] = {{1, 2, 3}, {4, 5, 6}};

__global__ void k(int *a, int *out)
{
    if (threadIdx.x == 0u) {
        rows = (int (*)[3])a;
    }
    __syncthreads();
    int i = threadIdx.x;
    Holder h;
    h.rows = rows;
    h.n = 8;
    out[i] = rows[(i + 1) % 8][2] + table[1][0] - 4 + (i == 7 ? 2 : 0);
    out[8 + i] = h.rows[i][1] + 100;
}
