// frexp_modf.cu for musa:mp_31, translated by KernelPort.
#include <musa_runtime.h>

static __device__ inline int kp_kp_exponent(float x)
{
    unsigned int e = (__float_as_uint(x) >> 23u) & 255u;
    return e != 0u ? (int)e - 127 : (int)((__float_as_uint(x * 8388608.0f) >> 23u) & 255u) - 150;
}

static __device__ inline float kp_frexpf(float x, int *exponent)
{
    if (x == 0.0f || isnan(x) || isinf(x)) {
        (*exponent) = 0;
        return x;
    }
    int __kp_exponent_result = kp_kp_exponent(x);
    int e = __kp_exponent_result + 1;
    (*exponent) = e;
    return ldexpf(ldexpf(x, -(e / 2)), -(e - e / 2));
}

static __device__ inline float kp_modff(float x, float *whole)
{
    (*whole) = truncf(x);
    float chosen;
    if (isinf(x)) {
        chosen = 0.0f;
    } else {
        chosen = x - (*whole);
    }
    return copysignf(chosen, x);
}

__global__ void apart(const float *x, float *mantissa, int *exponent, float *whole, float *part)
{
    int i = threadIdx.x;
    float frexpf_result = kp_frexpf(x[i], exponent + i);
    mantissa[i] = frexpf_result;
    float modff_result = kp_modff(x[i], whole + i);
    part[i] = modff_result;
}

static __device__ inline int kp_kp_exponent_2(double x)
{
    unsigned int e = (unsigned int)((unsigned long long)__double_as_longlong(x) >> 52u) & 2047u;
    return e != 0u ? (int)e - 1023 : (int)((unsigned int)((unsigned long long)__double_as_longlong(x * 4503599627370496.0) >> 52u) & 2047u) - 1075;
}

static __device__ inline double kp_frexp(double x, int *exponent)
{
    if (x == 0.0 || isnan(x) || isinf(x)) {
        (*exponent) = 0;
        return x;
    }
    int __kp_exponent_result = kp_kp_exponent_2(x);
    int e = __kp_exponent_result + 1;
    (*exponent) = e;
    return ldexp(ldexp(x, -(e / 2)), -(e - e / 2));
}

static __device__ inline double kp_logb(double x)
{
    if (x == 0.0) {
        return -__longlong_as_double(0x7ff0000000000000LL);
    }
    double chosen;
    if (isnan(x) || isinf(x)) {
        chosen = x * x;
    } else {
        int __kp_exponent_result = kp_kp_exponent_2(x);
        chosen = (double)__kp_exponent_result;
    }
    return chosen;
}

__global__ void apart_double(const double *x, double *mantissa, int *exponent, double *logs)
{
    int i = threadIdx.x;
    int e;
    double frexp_result = kp_frexp(x[i], &e);
    mantissa[i] = frexp_result;
    exponent[i] = e;
    double logb_result = kp_logb(x[i]);
    logs[i] = logb_result;
}

static __device__ inline int kp_ilogbf(float x)
{
    if (x == 0.0f || isnan(x)) {
        return -2147483647 - 1;
    }
    int chosen;
    if (isinf(x)) {
        chosen = 2147483647;
    } else {
        int __kp_exponent_result = kp_kp_exponent(x);
        chosen = __kp_exponent_result;
    }
    return chosen;
}

__global__ void exponents(const float *x, int *whole)
{
    int ilogbf_result = kp_ilogbf(x[threadIdx.x]);
    whole[threadIdx.x] = ilogbf_result;
}
