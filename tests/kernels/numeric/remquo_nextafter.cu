// launch: quotients<<<1, 8>>>(x: float[8] = 5 -5 7 7.5 100 -3 1 23.5, y: float[8] = 3 3 -2 3 7 2 4 2.5, rest: float[8], low: int[8])
// expect: rest = -1 1 -1 1.5 2 1 1 1
// expect: low = 2 -2 -4 2 6 -2 0 1
// launch: neighbours<<<1, 6>>>(x: float[6] = 1 1 0 0 -1 3.4028235e38, to: float[6] = 2 0 1 -1 -2 inf, bits: uint[6])
// expect: bits = 1065353217 1065353215 1 2147483649 3212836865 2139095040
// launch: lengths<<<1, 2>>>(out: float[8])
// expect: out = 3 0.33333334 4 0.2 7 0.14285715 8 0.1
// The remainder with the low bits of its quotient, the floats next to one, lengths.
__global__ void quotients(const float *x, const float *y, float *rest, int *low)
{
    int i = threadIdx.x, q;
    rest[i] = remquof(x[i], y[i], &q);
    // C promises the sign and three bits
    low[i] = q % 8;
}

__global__ void neighbours(const float *x, const float *to, unsigned *bits)
{
    int i = threadIdx.x;
    bits[i] = __float_as_uint(nextafterf(x[i], to[i]));
}

__global__ void lengths(float *out)
{
    float *o = out + 4 * threadIdx.x;
    if (threadIdx.x == 0) {
        o[0] = norm3df(1.0f, 2.0f, -2.0f);
        o[1] = rnorm3df(2.0f, -1.0f, 2.0f);
        o[2] = norm4df(2.0f, 2.0f, -2.0f, 2.0f);
        o[3] = rhypotf(3.0f, 4.0f);
    } else {
        o[0] = norm3df(2.0f, 3.0f, 6.0f);
        o[1] = rnorm3df(6.0f, 2.0f, 3.0f);
        o[2] = norm4df(4.0f, 4.0f, 4.0f, 4.0f);
        o[3] = rhypotf(8.0f, 6.0f);
    }
}
