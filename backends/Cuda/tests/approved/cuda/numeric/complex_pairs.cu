// complex_pairs.cu for cuda, translated by KernelPort.
#include <cuda_runtime.h>

static __device__ inline float2 make_cuFloatComplex(float r, float i)
{
    return make_float2(r, i);
}

static __device__ inline float2 cuConjf(float2 a)
{
    return make_float2(a.x, -a.y);
}

static __device__ inline float2 cuCmulf(float2 a, float2 b)
{
    return make_float2(a.x * b.x - a.y * b.y, a.x * b.y + a.y * b.x);
}

static __device__ inline float cuCrealf(float2 a)
{
    return a.x;
}

static __device__ inline float2 cuCaddf(float2 a, float2 b)
{
    return make_float2(a.x + b.x, a.y + b.y);
}

__global__ void mandel(int *out, float2 *last, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) {
        return;
    }
    float2 make_cuFloatComplex_result = make_cuFloatComplex(-2.0f + 3.0f * (float)(i % 8) / 8.0f, -1.0f + 2.0f * (float)(i / 8) / 8.0f);
    float2 c = make_cuFloatComplex_result;
    float2 make_cuFloatComplex_result_1 = make_cuFloatComplex(0.0f, 0.0f);
    float2 z = make_cuFloatComplex_result_1;
    int k = 0;
    while (k < 20) {
        float2 cuConjf_result = cuConjf(z);
        float2 cuCmulf_result = cuCmulf(z, cuConjf_result);
        float cuCrealf_result = cuCrealf(cuCmulf_result);
        if (!(cuCrealf_result < 4.0f)) {
            break;
        }
        float2 cuCmulf_result_1 = cuCmulf(z, z);
        float2 cuCaddf_result = cuCaddf(cuCmulf_result_1, c);
        z = cuCaddf_result;
        k++;
    }
    out[i] = k;
    last[i] = z;
}

static __device__ inline float2 cuCsubf(float2 a, float2 b)
{
    return make_float2(a.x - b.x, a.y - b.y);
}

static __device__ inline float2 cuCdivf(float2 a, float2 b)
{
    float s = 1.0f / (fabsf(b.x) + fabsf(b.y));
    float ar = a.x * s;
    float ai = a.y * s;
    float br = b.x * s;
    float bi = b.y * s;
    float d = 1.0f / (br * br + bi * bi);
    return make_float2((ar * br + ai * bi) * d, (ai * br - ar * bi) * d);
}

static __device__ inline float2 make_cuComplex(float r, float i)
{
    return make_float2(r, i);
}

static __device__ inline float2 cuCfmaf(float2 a, float2 b, float2 c)
{
    return make_float2(a.x * b.x + c.x - a.y * b.y, a.x * b.y + c.y + a.y * b.x);
}

static __device__ inline float cuCabsf(float2 a)
{
    return hypotf(a.x, a.y);
}

static __device__ inline float cuCimagf(float2 a)
{
    return a.y;
}

__global__ void parts(const float2 *a, const float2 *b, float2 *q, float *m)
{
    int i = threadIdx.x;
    float2 cuCsubf_result = cuCsubf(a[i], b[i]);
    float2 cuCdivf_result = cuCdivf(cuCsubf_result, b[i]);
    q[i] = cuCdivf_result;
    float2 make_cuComplex_result = make_cuComplex(0.5f, 0.0f);
    float2 cuCfmaf_result = cuCfmaf(a[i], make_cuComplex_result, b[i]);
    float cuCabsf_result = cuCabsf(cuCfmaf_result);
    float cuCimagf_result = cuCimagf(b[i]);
    m[i] = cuCabsf_result + cuCimagf_result;
}
