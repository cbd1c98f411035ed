// launch: solve<<<1, 8>>>(right: float[8] = 1 0 0 0 0 0 0 1, x: float[8])
// expect: x = 1 1 1 1 1 1 1 1
// launch: solve<<<1, 8>>>(right: float[8] = 0 0 0 0 0 0 0 9, x: float[8])
// expect: x = 1 2 3 4 5 6 7 8
// Cyclic reduction of -1 2 -1: each step takes the neighbours at twice the distance out of an equation.
__global__ void solve(const float *right, float *x)
{
    __shared__ float a[8], b[8], c[8], d[8];
    int i = threadIdx.x;
    a[i] = i > 0 ? -1.0f : 0.0f;
    b[i] = 2.0f;
    c[i] = i < 7 ? -1.0f : 0.0f;
    d[i] = right[i];
    __syncthreads();
    for (int step = 1; step < 8; step *= 2) {
        float lower = i - step >= 0 ? a[i] / b[i - step] : 0.0f, upper = i + step < 8 ? c[i] / b[i + step] : 0.0f;
        float na = i - step >= 0 ? -a[i - step] * lower : 0.0f, nc = i + step < 8 ? -c[i + step] * upper : 0.0f;
        float nb = b[i] - (i - step >= 0 ? c[i - step] * lower : 0.0f) - (i + step < 8 ? a[i + step] * upper : 0.0f);
        float nd = d[i] - (i - step >= 0 ? d[i - step] * lower : 0.0f) - (i + step < 8 ? d[i + step] * upper : 0.0f);
        __syncthreads();
        a[i] = na;
        b[i] = nb;
        c[i] = nc;
        d[i] = nd;
        __syncthreads();
    }
    x[i] = rintf(1024.0f * d[i] / b[i]) / 1024.0f;
}
