// launch: shift<<<1, (4,3)>>>(image: texture<float>[4, 3] point clamp = 0 1 2 3 10 11 12 13 20 21 22 23, dx: -1, dy: 1, out: float[12])
// expect: out = 10 10 11 12 20 20 21 22 20 20 21 22
// launch: shift<<<1, (4,3)>>>(image: texture<float>[4, 3] point border = 0 1 2 3 10 11 12 13 20 21 22 23, dx: 1, dy: -1, out: float[12])
// expect: out = 0 0 0 0 1 2 3 0 11 12 13 0
__global__ void shift(cudaTextureObject_t image, int dx, int dy, float* out) {
    int x = threadIdx.x, y = threadIdx.y;
    float texel;
    tex2D(&texel, image, x + dx + 0.5f, y + dy + 0.5f);
    out[y * blockDim.x + x] = texel;
}
