// launch: conv<<<(2,2,3), (4,4)>>>(x: float[98] = rand(131, -1, 1), w: float[54] = rand(132, -1, 1), b: float[3] = 0.5 0 -0.5, y: float[147] = poison, h: 7, width: 7)
// tolerance: y abs 2e-6 the order of the sum
// expect: sum(y) = 11.041157836094499 (twin)
// expect: y[0..4] = 0.33279234 2.146767 1.3362252 2.0069478 (twin)
__global__ void conv(const float* x, const float* w, const float* b, float* y, int h, int width) {
    int ox = blockIdx.x * 4 + threadIdx.x, oy = blockIdx.y * 4 + threadIdx.y, oc = blockIdx.z;
    if (ox >= width || oy >= h) return;
    float s = b[oc];
    for (int ic = 0; ic < 2; ic++)
        for (int ky = -1; ky <= 1; ky++)
            for (int kx = -1; kx <= 1; kx++) {
                int iy = oy + ky, ix = ox + kx;
                if (iy < 0 || ix < 0 || iy >= h || ix >= width) continue;
                s += x[(ic * h + iy) * width + ix] * w[((oc * 2 + ic) * 3 + ky + 1) * 3 + kx + 1];
            }
    y[(oc * h + oy) * width + ox] = s;
}
