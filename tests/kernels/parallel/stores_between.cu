// Stores of every second or fourth element: all of them, in another order, one of them twice, with a read of the same memory between, from other bases, and some only.
// launch: stores_between<<<3, 64>>>(in: int[192] = rand(3, -99, 99), a: int[384] = 0, b: short[768] = 0, c: int[768] = 0, d: double[384] = 0, n: 2)
// expect: hash(a) = d2c968a443b17438 (twin)
// expect: hash(b) = 6d2d937a63b97325 (twin)
// expect: hash(c) = 2a27dcc54ea7aa26 (twin)
// expect: hash(d) = eb78f291e45c4187 (twin)
__global__ void stores_between(const int *in, int *a, short *b, int *c, double *d, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    int v = in[i];
    a[2 * i + 1] = v;
    a[2 * i] = v + 1;
    int again = a[2 * i] + a[2 * i + 1];
    a[2 * i] = again;
    a[2 * i] = again + n;
    a[2 * i + 1] = a[2 * i] * 2;
    b[4 * i + 2] = (short)v;
    b[4 * i] = (short)(v * 2);
    b[4 * i + 3] = (short)(v * 3);
    b[4 * i + 1] = (short)(v * 5);
    int at = i * 4 + n;
    c[at - 2] = v;
    c[at - 1] = -v;
    c[at] = v ^ 21;
    if (v > 0) c[at + 1] = v + 7;
    d[2 * i] = v * 0.5;
    if (i == 70) d[141] = 1.25;
    __syncthreads();
    if (i != 70) d[2 * i + 1] = v * 0.25;
}
