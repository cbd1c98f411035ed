// launch: laplace<<<(3,3), (8,8)>>>(in: float[437] = rand(31, 0, 1), out: float[437], w: 23, h: 19)
// expect: sum(out) = -6.792915731668472 (twin)
// expect: out[24..28] = 0.56320405 0.8508147 -0.8853104 2.0039551 (twin)
__global__ void laplace(const float* in, float* out, int w, int h) {
    int x = blockIdx.x * blockDim.x + threadIdx.x;
    int y = blockIdx.y * blockDim.y + threadIdx.y;
    if (x < 1 || y < 1 || x >= w - 1 || y >= h - 1) return;
    int i = y * w + x;
    out[i] = in[i - 1] + in[i + 1] + in[i - w] + in[i + w] - 4.0f * in[i];
}
