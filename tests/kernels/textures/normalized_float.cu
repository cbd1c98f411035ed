// launch: luminance<<<1, 4>>>(image: texture<uchar4>[4, 1] point normalizedfloat = 255 0 0 255 0 255 0 255 0 0 255 51 255 255 255 0, out: float[8])
// expect: out = 0.25 1 0.5 1 0.25 0.2 1 0
// launch: signs<<<1, 5>>>(line: texture<char>[5] point normalizedfloat = 127 -127 -128 0 1, out: float[5])
// expect: out = 1 -1 -1 0 0.007874016
// launch: halfway<<<1, 1>>>(line: texture<ushort>[2] linear normalizedfloat = 0 65535, out: float[1])
// expect: out = 0.5
// Integers of 8 and 16 bits as fractions of their range; the most negative one is -1 too.
__global__ void luminance(cudaTextureObject_t image, float* out) {
    float4 c = tex2D<float4>(image, threadIdx.x + 0.5f, 0.5f);
    out[2 * threadIdx.x] = 0.25f * c.x + 0.5f * c.y + 0.25f * c.z;
    out[2 * threadIdx.x + 1] = c.w;
}
__global__ void signs(cudaTextureObject_t line, float* out) {
    out[threadIdx.x] = tex1D<float>(line, threadIdx.x + 0.5f);
}
__global__ void halfway(cudaTextureObject_t line, float* out) {
    out[0] = tex1D<float>(line, 1.0f);
}
