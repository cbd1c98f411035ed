// launch: geglu<<<(1,7), 64>>>(x: float[518] = rand(211, -3, 3), y: float[259] = poison, d: 37)
// tolerance: y abs 4e-6 erff
// expect: sum(y) = -9.018893 (twin)
// launch: silu_and_mul<<<5, 32>>>(out: float[165] = poison, in: float[330] = rand(212, -4, 4), d: 33)
// tolerance: out abs 4e-6 expf
// expect: sum(out) = -69.046196 (twin)
// launch: quick_gelu_half<<<3, 128>>>(x: half[310] = rand(213, -4, 4), y: half[310] , n: 310)
// tolerance: y abs 4e-3 expf
// expect: y[0..3] = 0.5341797 1.6259766 0.99316406 (twin)
// launch: gelu_bf16<<<2, 128>>>(x: __nv_bfloat16[203] = rand(214, -4, 4), y: __nv_bfloat16[203], n: 203)
// tolerance: y abs 2e-2 tanhf
// expect: y[0..3] = -0.029174805 -0.00019168854 1.3046875 (twin)
#include <cuda_fp16.h>
#include <cuda_bf16.h>

__global__ void geglu(const float* x, float* y, int d) {
    int row = blockIdx.y;
    int c = blockIdx.x * blockDim.x + threadIdx.x;
    if (c >= d) return;
    float a = x[row * 2 * d + c];
    float g = x[row * 2 * d + d + c];
    y[row * d + c] = a * (0.5f * g * (1.0f + erff(g * 0.70710678f)));
}

__device__ __forceinline__ float silu_of(const float& x) { return x / (1.0f + expf(-x)); }

// One block a token, threads striding over its features.
template <float (*Act)(const float&)> __device__ __forceinline__ void act_and_mul(float* out, const float* in, int d) {
    const long long token = blockIdx.x;
    for (long long i = threadIdx.x; i < d; i += blockDim.x) {
        const float x = __ldg(&in[token * 2 * d + i]);
        const float y = __ldg(&in[token * 2 * d + d + i]);
        out[token * d + i] = Act(x) * y;
    }
}

__global__ void silu_and_mul(float* __restrict__ out, const float* __restrict__ in, int d) { act_and_mul<silu_of>(out, in, d); }

__global__ void quick_gelu_half(const __half* x, __half* y, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) return;
    float v = __half2float(x[i]);
    y[i] = __float2half(v / (1.0f + expf(-1.702f * v)));
}

__global__ void gelu_bf16(const __nv_bfloat16* x, __nv_bfloat16* y, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) return;
    float v = __bfloat162float(x[i]);
    y[i] = __float2bfloat16(0.5f * v * (1.0f + tanhf(0.79788456f * (v + 0.044715f * v * v * v))));
}
