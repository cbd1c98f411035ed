// launch: convolve<<<1, 16>>>(in: float[16] = seq(0, 1), out: float[16], n: 16)
// symbol: taps = 0.25 0.5 0.25
// symbol: calls = 0
// expect: out = 0.25 1 2 3 4 5 6 7 8 9 10 11 12 13 14 11
// expect: symbol calls = 16
__constant__ float taps[3];
__device__ int calls;
__global__ void convolve(const float* in, float* out, int n) {
    int i = threadIdx.x;
    float left = i > 0 ? in[i - 1] : 0.0f;
    float right = i + 1 < n ? in[i + 1] : 0.0f;
    out[i] = taps[0] * left + taps[1] * in[i] + taps[2] * right;
    atomicAdd(&calls, 1);
}
