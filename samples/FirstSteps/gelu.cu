// launch: gelu<<<1, 128>>>(in: float[4] = -1 0 1 2, out: float[4] = 0, n: 4)
// expect: out = -0.158808 0 0.841192 1.954598
// tolerance: out abs 1e-6 (tanhf)
// The tanh form of GELU, one element a thread.
__global__ void __launch_bounds__(128) gelu(const float* __restrict__ in, float* __restrict__ out, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        float x = in[i];
        float cube = 0.044715f * x * x * x;
        out[i] = 0.5f * x * (1.0f + tanhf(0.7978845608f * (x + cube)));
    }
}
