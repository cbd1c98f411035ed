// launch: convolve<2><<<(2,1), (8,4)>>>(image: texture<float>[16, 4] point clamp = seq(0, 1), taps: float[5] = 1 4 6 4 1, out: float[64])
// expect: out[0..16] = 6 17 32 48 64 80 96 112 128 144 160 176 192 208 223 234
// expect: sum(out) = 32256
// A row filter whose edge pixels repeat, which is what a texture is for.
template <int Radius> __global__ void convolve(cudaTextureObject_t image, const float* taps, float* out) {
    const int x = blockIdx.x * blockDim.x + threadIdx.x, y = threadIdx.y;
    float sum = 0;
#pragma unroll
    for (int k = -Radius; k <= Radius; k++) {
        sum += tex2D<float>(image, x + k + 0.5f, y + 0.5f) * taps[Radius + k];
    }
    out[y * 16 + x] = sum;
}
