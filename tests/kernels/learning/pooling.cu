// launch: pool<<<(1,1,2), (4,4)>>>(x: float[98] = seq(0, 1), top: float[18] = poison, mean: float[18] = poison, h: 7, w: 7)
// expect: top[0..9] = 8 10 12 22 24 26 36 38 40
// expect: mean[0..9] = 4 6 8 18 20 22 32 34 36
// expect: top[9..12] = 57 59 61
__global__ void pool(const float* x, float* top, float* mean, int h, int w) {
    int ox = threadIdx.x, oy = threadIdx.y, c = blockIdx.z, ow = (w - 1) / 2, oh = (h - 1) / 2;
    if (ox >= ow || oy >= oh) return;
    float m = -INFINITY, s = 0.0f;
    int n = 0;
    for (int j = 0; j < 2; j++) {
        for (int i = 0; i < 2; i++) {
            float v = x[(c * h + 2 * oy + j) * w + 2 * ox + i];
            m = max(m, v);
            s += v;
            n++;
        }
    }
    top[(c * oh + oy) * ow + ox] = m;
    mean[(c * oh + oy) * ow + ox] = s / n;
}
