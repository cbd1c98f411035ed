// By hand 100 steps, 20 copies, 8080 bytes; tests/twin/cann-a2/defects/row_softmax_events.asc, counted as it runs (npu-dialects 9.2)
// In CUDA's order 190 steps: ReduceMax, Adds, Exp; the sum's first step from the row itself (2), its tree (7); a division by the sum, not a product with its inverse (Duplicate, Div)
// launch: softmax<<<10, 128>>>(in: float[1010] = rand(3, -3, 3), out: float[1010] = poison, cols: 101)
__global__ void softmax(const float *in, float *out, int cols) {
    __shared__ float part[128];
    int t = threadIdx.x;
    const float *x = in + blockIdx.x * cols;
    float *y = out + blockIdx.x * cols;
    float m = -INFINITY;
    for (int c = t; c < cols; c += blockDim.x) m = fmaxf(m, x[c]);
    part[t] = m;
    __syncthreads();
    for (int d = 64; d > 0; d /= 2) {
        if (t < d) part[t] = fmaxf(part[t], part[t + d]);
        __syncthreads();
    }
    m = part[0];
    __syncthreads();
    float s = 0.0f;
    for (int c = t; c < cols; c += blockDim.x) s += expf(x[c] - m);
    part[t] = s;
    __syncthreads();
    for (int d = 64; d > 0; d /= 2) {
        if (t < d) part[t] += part[t + d];
        __syncthreads();
    }
    s = part[0];
    for (int c = t; c < cols; c += blockDim.x) y[c] = expf(x[c] - m) / s;
}
