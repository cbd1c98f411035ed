// launch: resize<<<(2,2), (4,4)>>>(image: texture<float>[4, 4] linear clamp normalized = 0 4 8 12 16 20 24 28 32 36 40 44 48 52 56 60, out: float[64], width: 8, height: 8)
// expect: out[0..8] = 0 1 3 5 7 9 11 12
// expect: out[56..64] = 48 49 51 53 55 57 59 60
// expect: sum(out) = 1920
// A picture of 4 x 4 made twice as large; the quarters of a linear filter are exact.
__global__ void resize(cudaTextureObject_t image, float* out, int width, int height) {
    int x = blockIdx.x * blockDim.x + threadIdx.x, y = blockIdx.y * blockDim.y + threadIdx.y;
    if (x < width && y < height) {
        out[y * width + x] = tex2D<float>(image, (x + 0.5f) / width, (y + 0.5f) / height);
    }
}
