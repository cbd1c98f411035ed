// launch: flip<<<1, (4,2)>>>(image: surface<char>[4, 2] = 0 1 -1 127 -128 5 6 7)
// expect: image = -1 -2 0 -128 127 -6 -7 -8
// launch: widen<<<1, 4>>>(bytes: texture<unsigned char>[4] = 0 1 200 255, shorts: texture<short2>[4] = 1 -1 2 -2 300 -300 -32768 32767, out: int[12])
// expect: out = 0 1 -1 1 2 -2 200 300 -300 255 -32768 32767
// launch: floats<<<1, 3>>>(halves: texture<half>[3] linear = 1 0.5 -2, out: float[3])
// expect: out = 1 0.75 -2
// Narrow texels: a surface of bytes, integers without a filter, halves read as floats.
__global__ void flip(cudaSurfaceObject_t image) {
    char v;
    surf2Dread(&v, image, (int)threadIdx.x, threadIdx.y);
    v = ~v;
    surf2Dwrite(v, image, threadIdx.x, threadIdx.y);
}
__global__ void widen(cudaTextureObject_t bytes, cudaTextureObject_t shorts, int* out) {
    short2 pair = tex1D<short2>(shorts, threadIdx.x + 0.5f);
    int* p = out + 3 * threadIdx.x;
    p[0] = tex1D<unsigned char>(bytes, threadIdx.x + 0.5f);
    p[1] = pair.x;
    p[2] = pair.y;
}
__global__ void floats(cudaTextureObject_t halves, float* out) {
    const float x[3] = {0.5f, 1.0f, 2.75f};
    out[threadIdx.x] = tex1D<float>(halves, x[threadIdx.x]);
}
