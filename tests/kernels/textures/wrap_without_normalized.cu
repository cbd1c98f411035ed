// launch: walk<<<1, 8>>>(line: texture<short>[4] point wrap = -1 -2 -3 -4, out: int[8])
// expect: out = -1 -1 -1 -2 -3 -4 -4 -4
// Wrap and mirror are for normalised coordinates; others clamp.
__global__ void walk(cudaTextureObject_t line, int* out) {
    int i = threadIdx.x;
    out[i] = tex1D<short>(line, i - 2 + 0.5f);
}
