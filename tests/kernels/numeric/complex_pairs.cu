// launch: mandel<<<2, 32>>>(out: int[64] = poison, last: float2[64] = poison, n: 64)
// expect: out[0..16] = 1 2 3 3 4 13 4 2 1 3 3 4 6 20 5 3
// expect: sum(out) = 595
// expect: last[0..6] = -2 -1 0.015625 2.25 -3.02734375 -3.0625
// expect: last[126..128] = -2.017333984375 2.279296875
// launch: parts<<<1, 4>>>(a: float2[4] = 1 2 -3 0.5 0 0 1e30 -1e30, b: float2[4] = 0.5 -1 2 2 1 1 2e30 1e30, q: float2[4] = poison, m: float[4] = poison)
// tolerance: q abs 1e-6 rel 1e-6
// expect: q = -2.2 1.6 -1.625 0.875 -1 0 -0.8 -0.6
// expect: m = 0 4.3048861 2.4142136 3.5495098e30
#include <cuComplex.h>
__global__ void mandel(int* out, cuFloatComplex* last, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) return;
    cuFloatComplex c = make_cuFloatComplex(-2.0f + 3.0f * (i % 8) / 8, -1.0f + 2.0f * (i / 8) / 8), z = make_cuFloatComplex(0, 0);
    int k = 0;
    while (k < 20 && cuCrealf(cuCmulf(z, cuConjf(z))) < 4) {
        z = cuCaddf(cuCmulf(z, z), c);
        k++;
    }
    out[i] = k;
    last[i] = z;
}
__global__ void parts(const cuComplex* a, const cuComplex* b, cuComplex* q, float* m) {
    int i = threadIdx.x;
    q[i] = cuCdivf(cuCsubf(a[i], b[i]), b[i]);
    m[i] = cuCabsf(cuCfmaf(a[i], make_cuComplex(0.5f, 0), b[i])) + cuCimagf(b[i]);
}
