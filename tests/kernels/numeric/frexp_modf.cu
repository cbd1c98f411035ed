// launch: apart<<<1, 8>>>(x: float[8] = 8 0.75 -3.5 0 1e-40 inf -0 1, mantissa: float[8], exponent: int[8], whole: float[8], part: float[8])
// expect: mantissa = 0.5 0.75 -0.875 0 0.54444885 inf -0 0.5
// expect: exponent = 4 0 2 0 -132 0 0 1
// expect: whole = 8 0 -3 0 0 inf -0 1
// expect: part = 0 0.75 -0.5 0 1e-40 0 -0 0
// launch: apart_double<<<1, 4>>>(x: double[4] = 8 -0.1 1e-310 1e300, mantissa: double[4], exponent: int[4], logs: double[4])
// expect: mantissa[0..2] = 0.5 -0.8
// expect: exponent = 4 -3 -1029 997
// expect: logs = 3 -4 -1030 996
// launch: exponents<<<1, 6>>>(x: float[6] = 1 0.3 1e-40 0 inf nan, whole: int[6])
// expect: whole = 0 -2 -133 -2147483648 2147483647 -2147483648
// Numbers taken apart: significand and exponent, whole part and rest.
#include <cmath>

__global__ void apart(const float *x, float *mantissa, int *exponent, float *whole, float *part)
{
    int i = threadIdx.x;
    mantissa[i] = frexpf(x[i], &exponent[i]);
    part[i] = modff(x[i], &whole[i]);
}

__global__ void apart_double(const double *x, double *mantissa, int *exponent, double *logs)
{
    int i = threadIdx.x;
    int e;
    mantissa[i] = std::frexp(x[i], &e);
    exponent[i] = e;
    logs[i] = logb(x[i]);
}

__global__ void exponents(const float *x, int *whole)
{
    whole[threadIdx.x] = ilogbf(x[threadIdx.x]);
}
