// launch: blend<<<1, (2,2)>>>(stack: texture<float2>[2, 2, 3] layered point = seq(0, 1), weights: float[3] = 1 10 100, out: float2[4])
// expect: out = 1680 1791 1902 2013 2124 2235 2346 2457
// launch: rows<<<1, 4>>>(lines: texture<unsigned char>[2, 2] layered point = 7 8 9 10, out: unsigned int[4])
// expect: out = 7 10 9 8
// Layers are counted, not interpolated; one that does not exist is the nearest that does.
__global__ void blend(cudaTextureObject_t stack, const float* weights, float2* out) {
    float2 sum = make_float2(0, 0);
    for (int layer = 0; layer < 3; layer++) {
        float2 t = tex2DLayered<float2>(stack, threadIdx.x + 0.5f, threadIdx.y + 0.5f, layer);
        sum.x += weights[layer] * t.x;
        sum.y += weights[layer] * t.y;
    }
    out[threadIdx.y * 2 + threadIdx.x] = sum;
}
__global__ void rows(cudaTextureObject_t lines, unsigned int* out) {
    const int layer[4] = {0, 1, 5, -1};
    out[threadIdx.x] = tex1DLayered<unsigned char>(lines, (threadIdx.x & 1) + 0.5f, layer[threadIdx.x]);
}
