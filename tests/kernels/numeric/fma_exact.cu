// launch: contract<<<1, 2>>>(a: float[2] = 1.0000001 3, b: float[2] = 1.0000001 0.33333334, c: float[2] = -1.0000002 -1, fused: float[2], apart: float[2])
// expect: fused = 1.4210855e-14 2.9802322e-08
// expect: apart = 0 0
__global__ void contract(const float* a, const float* b, const float* c, float* fused, float* apart) {
    int i = threadIdx.x;
    fused[i] = fmaf(a[i], b[i], c[i]);
    apart[i] = __fadd_rn(__fmul_rn(a[i], b[i]), c[i]);
}
