// launch: polar<<<1, 4>>>(angle: float[4] = 0 0 0 0, out: float[8])
// expect: out = 0 1 0 1 0 1 0 1
// Variables that are called as the functions are that give them their values.
__global__ void polar(const float* angle, float* out) {
    float sinf, cosf;
    sinf = ::sinf(angle[threadIdx.x]);
    cosf = ::cosf(angle[threadIdx.x]);
    float expf = ::expf(sinf);
    out[2 * threadIdx.x] = sinf;
    out[2 * threadIdx.x + 1] = cosf * expf;
}
