// launch: walk<<<1, 12>>>(line: texture<int>[4] point wrap normalized = 10 20 30 40, out: int[12])
// expect: out = 10 20 30 40 10 20 30 40 10 20 30 40
// launch: walk<<<1, 12>>>(line: texture<int>[4] point mirror normalized = 10 20 30 40, out: int[12])
// expect: out = 40 30 20 10 10 20 30 40 40 30 20 10
// launch: walk<<<1, 12>>>(line: texture<int>[4] point clamp normalized = 10 20 30 40, out: int[12])
// expect: out = 10 10 10 10 10 20 30 40 40 40 40 40
// launch: walk<<<1, 12>>>(line: texture<int>[4] point border normalized = 10 20 30 40, out: int[12])
// expect: out = 0 0 0 0 10 20 30 40 0 0 0 0
// From one whole texture before the first texel to one behind the last.
__global__ void walk(cudaTextureObject_t line, int* out) {
    int i = threadIdx.x;
    out[i] = tex1D<int>(line, (i - 4 + 0.5f) / 4);
}
