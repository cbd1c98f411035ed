// launch: mandelbrot<<<(4,3), (8,8)>>>(out: int[660] = poison, w: 30, h: 22, limit: 64)
// expect: sum(out) = 14093 (twin)
// expect: hash(out) = fb5c96aeee4dff72 (twin)
__global__ void mandelbrot(int* out, int w, int h, int limit) {
    int px = blockIdx.x * blockDim.x + threadIdx.x, py = blockIdx.y * blockDim.y + threadIdx.y;
    if (px >= w || py >= h) return;
    float cx = -2.0f + 3.0f * px / w, cy = -1.0f + 2.0f * py / h, x = 0.0f, y = 0.0f;
    int n = 0;
    while (n < limit && x * x + y * y <= 4.0f) {
        float t = x * x - y * y + cx;
        y = 2.0f * x * y + cy;
        x = t;
        n++;
    }
    out[py * w + px] = n;
}
