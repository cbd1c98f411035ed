// launch: compare<<<1, 32>>>(a: half[64] = rand(21, -2, 2), b: half[64] = rand(22, -2, 2), out: half[192], both: int[32])
// expect: hash(out) = 65f25362cc8c5ee5 (twin)
// expect: hash(both) = 34158a6b919b4e47 (twin)
// launch: functions<<<1, 32>>>(a: half[64] = rand(23, 0.25, 4), out: half[256])
// expect: sum(out) = 621
// launch: to_int<<<1, 4>>>(a: half[4] = 2.5 -2.5 3.5 -0.75, out: int[24])
// expect: out = 2 2 2 3 2 2 -2 -2 -3 -2 0 0 4 3 3 4 4 3 -1 0 -1 0 0 0
// launch: not_a_number<<<1, 1>>>(a: half[2] = nan 1, out: int[4])
// expect: out = 0 1 0 0
// Pairs of half numbers: comparisons by element and of both, functions by element; conversions to integers.
#include <cuda_fp16.h>

__global__ void compare(const half2 *a, const half2 *b, half2 *out, int *both)
{
    int i = threadIdx.x;
    half2 x = a[i], y = i % 4 == 0 ? x : b[i];
    out[3 * i] = __hadd2(__hgt2(x, y), __heq2(x, y));
    out[3 * i + 1] = __hadd2(__hle2(x, y), __hne2(x, y));
    out[3 * i + 2] = __hsub2(__hlt2(x, y), __hge2(x, y));
    both[i] = (__hbeq2(x, y) ? 1 : 0) + (__hbgt2(x, y) ? 2 : 0) + (__hble2(x, y) ? 4 : 0) + (__hbne2(x, y) ? 8 : 0);
}

__global__ void functions(const half2 *a, half2 *out)
{
    int i = threadIdx.x;
    half2 x = a[i];
    out[4 * i] = h2sqrt(x);
    out[4 * i + 1] = h2rcp(x);
    out[4 * i + 2] = __hadd2(h2floor(x), h2ceil(x));
    out[4 * i + 3] = __hadd2(h2rint(x), h2trunc(x));
}

__global__ void to_int(const half *a, int *out)
{
    half h = a[threadIdx.x];
    int *o = out + 6 * threadIdx.x;
    o[0] = __half2int_rn(h);
    o[1] = __half2int_rz(h);
    o[2] = __half2int_rd(h);
    o[3] = __half2int_ru(h);
    o[4] = (int)__half2uint_rn(h);
    o[5] = (int)__half2uint_rz(h);
}

// The function is false for NaN, the operator true.
__global__ void not_a_number(const half *a, int *out)
{
    half x = a[0], y = a[1];
    out[0] = __hne(x, y);
    out[1] = x != y;
    out[2] = __hbne2(__halves2half2(x, y), __halves2half2(y, x));
    out[3] = __hne(y, y);
}
