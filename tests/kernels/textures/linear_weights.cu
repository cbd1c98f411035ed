// launch: sample<<<1, 8>>>(line: texture<float>[4] linear clamp = 0 256 512 1024, x: float[8] = 0.5 1.5 0.75 1.001 1.0009765625 1.001953125 3.25 9, out: float[8])
// expect: out = 0 256 64 128 128 129 896 1024
// The fraction has eight bits: 0.501 of the way is 128/256; half of a step rounds up.
__global__ void sample(cudaTextureObject_t line, const float* x, float* out) {
    out[threadIdx.x] = tex1D<float>(line, x[threadIdx.x]);
}
