// launch: im2col<<<2, 32>>>(x: float[40] = seq(1, 1), col: float[144] = poison, h: 4, w: 5, n: 36)
// expect: col[0..4] = 1 2 3 4
// expect: sum(col) = 1968 (twin)
__global__ void im2col(const float* x, float* col, int h, int w, int n) {
    int ow = w - 1, oh = h - 1;
    for (int i = blockIdx.x * blockDim.x + threadIdx.x; i < 2 * oh * ow; i += gridDim.x * blockDim.x) {
        int ox = i % ow, oy = i / ow % oh, c = i / (ow * oh);
        for (int k = 0; k < 4; k++) {
            int ky = k / 2, kx = k % 2;
            col[((c * 4 + k) * oh + oy) * ow + ox] = x[(c * h + oy + ky) * w + ox + kx];
        }
    }
    if (blockIdx.x == 0)
        for (int i = 96 + threadIdx.x; i < 4 * n; i += blockDim.x) col[i] = 0.0f;
}
