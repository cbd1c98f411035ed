// launch: depthwise<4><<<2, 32>>>(x: float[36] = seq(0, 1), w: float[12] = 1 0 0 0 0 1 0 0 1 1 1 1, bias: float[3] = 0.5 -0.5 0, y: float[36] = poison, n: 12, channels: 3)
// expect: y[0..12] = 0.5 0.5 0.5 0.5 1.5 2.5 3.5 4.5 5.5 6.5 7.5 8.5
// expect: y[12..16] = -0.5 -0.5 11.5 12.5
// expect: y[24..29] = 24 49 75 102 106
// Causal convolution of every channel with its own four taps, as state-space models have it: taps before the row are zero.
template <int Taps>
__global__ void depthwise(const float* __restrict__ x, const float* __restrict__ w, const float* bias, float* y, int n, int channels) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n * channels) return;
    int c = i / n, t = i % n;
    float taps[Taps];
#pragma unroll
    for (int k = 0; k < Taps; ++k) taps[k] = w[c * Taps + k];
    float sum = bias[c];
#pragma unroll
    for (int k = 0; k < Taps; ++k) {
        int from = t + k - (Taps - 1);
        if (from >= 0) sum += taps[k] * x[c * n + from];
    }
    y[i] = sum;
}
