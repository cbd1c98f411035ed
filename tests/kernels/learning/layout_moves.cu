// launch: transpose<<<(2,3), (32,8)>>>(x: float[2479] = rand(301, -1, 1), y: float[2479] = poison, rows: 67, cols: 37)
// expect: sum(y) = 14.584767 (twin)
// expect: y[0..3] = 0.79021674 0.74144197 -0.18138777 (twin)
// launch: permute_0213<<<3, 96>>>(x: float[252] = rand(302, -1, 1), y: float[252] = poison, b: 2, n: 7, nh: 3, d: 6)
// expect: sum(y) = -16.679111 (twin)
// expect: y[0..3] = 0.16595073 -0.5070848 -0.31396008 (twin)
// launch: upsample_nearest<<<(2,2,2), (16,4)>>>(x: float[70] = rand(303, -1, 1), y: float[280] = poison, h: 5, w: 7)
// expect: sum(y) = -7.1793337 (twin)
// launch: pixel_shuffle<<<2, 128>>>(x: float[180] = rand(304, -1, 1), y: float[180] = poison, c: 3, h: 3, w: 5, r: 2)
// expect: y[0..3] = 0.77249616 -0.21158266 0.059038334 (twin)
// launch: pad_reflect<<<1, (20,5)>>>(x: float[45] = rand(305, -1, 1), y: float[100] = poison, h: 3, w: 15, top: 1, left: 2)
// expect: sum(y) = 9.210302 (twin)
__global__ void transpose(const float* x, float* y, int rows, int cols) {
    __shared__ float tile[32][33];
    int c = blockIdx.x * 32 + threadIdx.x;
    int r = blockIdx.y * 32 + threadIdx.y;
    for (int j = 0; j < 32; j += 8)
        if (r + j < rows && c < cols) tile[threadIdx.y + j][threadIdx.x] = x[(r + j) * cols + c];
    __syncthreads();
    c = blockIdx.y * 32 + threadIdx.x;
    r = blockIdx.x * 32 + threadIdx.y;
    for (int j = 0; j < 32; j += 8)
        if (r + j < cols && c < rows) y[(r + j) * rows + c] = tile[threadIdx.x][threadIdx.y + j];
}

__global__ void permute_0213(const float* x, float* y, int b, int n, int nh, int d) {
    int idx = blockIdx.x * blockDim.x + threadIdx.x;
    if (idx < b * nh * n * d) {
        int b_ = idx / (nh * n * d);
        int rest = idx % (nh * n * d);
        int nh_ = rest / (n * d);
        rest = rest % (n * d);
        int n_ = rest / d;
        int d_ = rest % d;
        y[idx] = x[b_ * n * nh * d + n_ * nh * d + nh_ * d + d_];
    }
}

__global__ void upsample_nearest(const float* x, float* y, int h, int w) {
    int ox = blockIdx.x * blockDim.x + threadIdx.x, c = blockIdx.z;
    for (int oy = blockIdx.y * blockDim.y + threadIdx.y; oy < 2 * h; oy += gridDim.y * blockDim.y)
        if (ox < 2 * w) y[(c * 2 * h + oy) * 2 * w + ox] = x[(c * h + oy / 2) * w + ox / 2];
}

__global__ void pixel_shuffle(const float* x, float* y, int c, int h, int w, int r) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    int oh = h * r, ow = w * r;
    if (i >= c * oh * ow) return;
    int ox = i % ow, oy = i / ow % oh, ch = i / (ow * oh);
    int from = (ch * r * r + oy % r * r + ox % r) * h * w + oy / r * w + ox / r;
    y[i] = x[from];
}

__global__ void pad_reflect(const float* x, float* y, int h, int w, int top, int left) {
    int ox = threadIdx.x, oy = threadIdx.y;
    int ix = abs(ox - left), iy = abs(oy - top);
    if (ix >= w) ix = 2 * w - 2 - ix;
    if (iy >= h) iy = 2 * h - 2 - iy;
    y[oy * blockDim.x + ox] = x[iy * w + ix];
}
