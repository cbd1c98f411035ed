// remquo_nextafter.cu for cuda, translated by KernelPort.
#include <cuda_runtime.h>

static __device__ inline int kp_kp_low_quotient_float(float x, float y)
{
    float a = fabsf(x);
    float b = fabsf(y);
    bool negative = (int)signbit(x) != (int)signbit(y);
    int q = 0;
    float chosen;
    if (isinf(8.0f * b)) {
        chosen = a;
    } else {
        chosen = fmodf(a, 8.0f * b);
    }
    a = chosen;
    if (a >= 4.0f * b) {
        a -= 4.0f * b;
        q += 4;
    }
    if (a >= 2.0f * b) {
        a -= 2.0f * b;
        q += 2;
    }
    if (a >= b) {
        a -= b;
        q++;
    }
    bool either = a > b - a;
    if (!either) {
        bool both = a == b - a;
        if (both) {
            both = (q & 1) != 0;
        }
        either = both;
    }
    if (either) {
        q++;
    }
    q &= 7;
    int chosen_1;
    if (negative) {
        chosen_1 = -q;
    } else {
        chosen_1 = q;
    }
    return chosen_1;
}

static __device__ inline float kp_remquof(float x, float y, int *quotient)
{
    int chosen;
    if (isnan(x) || isnan(y) || isinf(x) || y == 0.0f) {
        chosen = 0;
    } else {
        int __kp_low_quotient_result = kp_kp_low_quotient_float(x, y);
        chosen = __kp_low_quotient_result;
    }
    (*quotient) = chosen;
    return remainderf(x, y);
}

__global__ void quotients(const float *x, const float *y, float *rest, int *low)
{
    int i = threadIdx.x;
    int q;
    float remquof_result = kp_remquof(x[i], y[i], &q);
    rest[i] = remquof_result;
    low[i] = q % 8;
}

static __device__ inline float kp_kp_next(float x, bool up)
{
    if (x == 0.0f) {
        return up ? __uint_as_float(1u) : __uint_as_float(2147483649u);
    }
    unsigned int bits = __float_as_uint(x);
    return __uint_as_float((int)(x > 0.0f) == (int)up ? bits + 1u : bits - 1u);
}

static __device__ inline float kp_nextafterf(float x, float to)
{
    if (isnan(x) || isnan(to)) {
        return x + to;
    }
    float chosen;
    if (x == to) {
        chosen = to;
    } else {
        float __kp_next_result = kp_kp_next(x, x < to);
        chosen = __kp_next_result;
    }
    return chosen;
}

__global__ void neighbours(const float *x, const float *to, unsigned int *bits)
{
    int i = threadIdx.x;
    float nextafterf_result = kp_nextafterf(x[i], to[i]);
    bits[i] = __float_as_uint(nextafterf_result);
}

static __device__ inline float kp_norm3df(float a, float b, float c)
{
    return (float)sqrt((double)a * (double)a + (double)b * (double)b + (double)c * (double)c);
}

static __device__ inline float kp_rnorm3df(float a, float b, float c)
{
    return (float)(1.0 / sqrt((double)a * (double)a + (double)b * (double)b + (double)c * (double)c));
}

static __device__ inline float kp_norm4df(float a, float b, float c, float d)
{
    return (float)sqrt((double)a * (double)a + (double)b * (double)b + (double)c * (double)c + (double)d * (double)d);
}

static __device__ inline float kp_rhypotf(float a, float b)
{
    return (float)(1.0 / hypot((double)a, (double)b));
}

__global__ void lengths(float *out)
{
    float *o = out + 4u * threadIdx.x;
    if (threadIdx.x == 0u) {
        float norm3df_result = kp_norm3df(1.0f, 2.0f, -2.0f);
        (*o) = norm3df_result;
        float rnorm3df_result = kp_rnorm3df(2.0f, -1.0f, 2.0f);
        o[1] = rnorm3df_result;
        float norm4df_result = kp_norm4df(2.0f, 2.0f, -2.0f, 2.0f);
        o[2] = norm4df_result;
        float rhypotf_result = kp_rhypotf(3.0f, 4.0f);
        o[3] = rhypotf_result;
    } else {
        float norm3df_result_1 = kp_norm3df(2.0f, 3.0f, 6.0f);
        (*o) = norm3df_result_1;
        float rnorm3df_result_1 = kp_rnorm3df(6.0f, 2.0f, 3.0f);
        o[1] = rnorm3df_result_1;
        float norm4df_result_1 = kp_norm4df(4.0f, 4.0f, 4.0f, 4.0f);
        o[2] = norm4df_result_1;
        float rhypotf_result_1 = kp_rhypotf(8.0f, 6.0f);
        o[3] = rhypotf_result_1;
    }
}
