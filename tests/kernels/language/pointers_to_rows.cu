// launch: k<<<1, 8>>>(a: int[24] = seq(0, 1), out: int[16])
// expect: out = 5 8 11 14 17 20 23 4 101 104 107 110 113 116 119 122
// Pointers to rows, in a variable of file scope and in a structure.
__device__ int (*rows)[3];
__constant__ int table[2][3] = {{1, 2, 3}, {4, 5, 6}};
struct Holder { int (*rows)[3]; int n; };
__global__ void k(int *a, int *out)
{
    if (threadIdx.x == 0) rows = (int (*)[3])a;
    __syncthreads();
    int i = threadIdx.x;
    Holder h = {rows, 8};
    out[i] = rows[(i + 1) % 8][2] + table[1][0] - 4 + (i == 7 ? 2 : 0);
    out[8 + i] = h.rows[i][1] + 100;
}
