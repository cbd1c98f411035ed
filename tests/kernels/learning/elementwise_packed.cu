// launch: add_f32x4<<<2, 64>>>(a: float[400] = rand(232, -1, 1), b: float[400] = rand(233, -1, 1), c: float[400] = poison, n: 400)
// expect: sum(c) = -1.1867154 (twin)
// launch: add_f16<<<3, 128>>>(a: half[341] = rand(234, -1, 1), b: half[341] = rand(235, -1, 1), c: half[341], n: 341)
// expect: c[0..3] = 0.028320312 -1.2871094 1.6660156 (twin)
// launch: quantize_int8<<<2, 128>>>(x: float[203] = rand(236, -4, 4), q: char[203], scale: 0.031, zero: 3, n: 203)
// expect: q[0..4] = -111 -63 6 122 (twin)
// launch: mul_complex<<<1, 96>>>(a: float2[77] = rand(237, -1, 1), b: float2[77] = rand(238, -1, 1), c: float2[77] = poison, n: 77)
// expect: sum(c) = -3.0103772 (twin)
#include <cuda_fp16.h>

#define FLOAT4(value) (reinterpret_cast<float4*>(&(value))[0])

__global__ void add_f32x4(float* a, float* b, float* c, int n) {
    int i = 4 * (blockIdx.x * blockDim.x + threadIdx.x);
    if (i < n) {
        float4 x = FLOAT4(a[i]);
        float4 y = FLOAT4(b[i]);
        float4 z;
        z.x = x.x + y.x;
        z.y = x.y + y.y;
        z.z = x.z + y.z;
        z.w = x.w + y.w;
        FLOAT4(c[i]) = z;
    }
}

__global__ void add_f16(half* a, half* b, half* c, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) c[i] = __hadd(a[i], b[i]);
}

__global__ void quantize_int8(const float* x, signed char* q, float scale, int zero, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) return;
    int v = __float2int_rn(x[i] / scale) + zero;
    q[i] = (signed char)min(127, max(-128, v));
}

__global__ void mul_complex(const float2* a, const float2* b, float2* c, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) return;
    float2 x = a[i], y = b[i];
    c[i] = make_float2(x.x * y.x - x.y * y.y, x.x * y.y + x.y * y.x);
}
