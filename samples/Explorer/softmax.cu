// launch: softmax<<<4, 64>>>(in: float[400] = rand(7, -4, 4), out: float[400] = poison, cols: 100)
// expect: sum(out) = 4
// tolerance: out abs 1e-5 (sums of expf)
// One block a row: the row's maximum, the sum of exponentials, then the quotient.
__global__ void __launch_bounds__(64) softmax(const float* __restrict__ in, float* __restrict__ out, int cols)
{
    __shared__ float part[2];
    const float* x = in + blockIdx.x * cols;
    float* y = out + blockIdx.x * cols;

    float m = -INFINITY;
    for (int c = threadIdx.x; c < cols; c += blockDim.x)
        m = fmaxf(m, x[c]);
    for (int d = 16; d > 0; d /= 2)
        m = fmaxf(m, __shfl_xor_sync(0xffffffff, m, d, 32));
    if (threadIdx.x % 32 == 0)
        part[threadIdx.x / 32] = m;
    __syncthreads();
    m = fmaxf(part[0], part[1]);
    __syncthreads();

    float s = 0.0f;
    for (int c = threadIdx.x; c < cols; c += blockDim.x)
        s += expf(x[c] - m);
    for (int d = 16; d > 0; d /= 2)
        s += __shfl_xor_sync(0xffffffff, s, d, 32);
    if (threadIdx.x % 32 == 0)
        part[threadIdx.x / 32] = s;
    __syncthreads();
    s = part[0] + part[1];
    for (int c = threadIdx.x; c < cols; c += blockDim.x)
        y[c] = expf(x[c] - m) / s;
}
