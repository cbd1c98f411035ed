// launch: survey<<<1, 64>>>(x: float[64] = rand(9, 0.1, 4), out: float[512])
// tolerance: out ulp 8 abs 1e-6 expf, logf, sinf, cosf, tanhf, powf, rsqrtf and erff
// expect: sum(out) = 474.1128175277263 (twin)
// expect: out[0..8] = 0.063214935 1.0156707 0.3712714 -0.9285244 0.99203956 5.6217346 0.60179687 0.99990577 (twin)
__global__ void survey(const float* x, float* out) {
    int i = threadIdx.x;
    float v = x[i];
    float* o = out + 8 * i;
    o[0] = expf(-v);
    o[1] = logf(v);
    o[2] = sinf(v);
    o[3] = cosf(v);
    o[4] = tanhf(v);
    o[5] = powf(v, 1.7f);
    o[6] = rsqrtf(v);
    o[7] = erff(v);
}
