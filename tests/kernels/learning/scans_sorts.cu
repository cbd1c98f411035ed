// launch: scan_block<<<2, 64>>>(x: int[128] = rand(371, -9, 9), y: int[128] = poison)
// expect: y[60..64] = -40 -36 -36 -33 (twin)
// launch: scan_warps<<<1, 128>>>(x: float[113] = rand(372, 0, 1), y: float[113] = poison, n: 113)
// tolerance: y abs 2e-5 the order of the sums
// expect: sum(y) = 3046.8577 (twin)
// launch: bitonic<<<3, 64>>>(x: float[192] = rand(373, -1, 1), cols: 64)
// expect: x[0..3] = -0.99879205 -0.99070185 -0.9515845 (twin)
// launch: rank_sort<<<1, 96>>>(x: float[90] = rand(374, -1, 1), y: float[90] = poison, order: int[90] = poison, n: 90)
// expect: y[0..3] = -0.96950656 -0.95957655 -0.9431591 (twin)
// expect: order[0..4] = 54 77 48 17 (twin)
// launch: histogram<<<2, 128>>>(x: int[500] = rand(375, 0, 1000), bins: int[16] = 0, n: 500)
// expect: bins = 26 32 39 37 43 22 26 28 25 36 33 37 31 30 39 16 (twin)
// launch: cumprod_rows<<<1, 32>>>(x: float[231] = rand(376, 0.5, 1.5), y: float[231] = poison, rows: 21, cols: 11)
// expect: sum(y) = 257.93747 (twin)
// Hillis and Steele's, between two arrays.
__global__ void scan_block(const int* x, int* y) {
    __shared__ int a[2][64];
    int t = threadIdx.x, from = 0, i = blockIdx.x * 64 + t;
    a[0][t] = x[i];
    __syncthreads();
    for (int d = 1; d < 64; d <<= 1) {
        a[1 - from][t] = t >= d ? a[from][t] + a[from][t - d] : a[from][t];
        from = 1 - from;
        __syncthreads();
    }
    y[i] = a[from][t];
}

__global__ void scan_warps(const float* x, float* y, int n) {
    __shared__ float totals[4];
    int t = threadIdx.x, lane = t & 31, warp = t >> 5;
    float v = t < n ? x[t] : 0.0f;
    for (int d = 1; d < 32; d <<= 1) {
        float u = __shfl_up_sync(0xffffffffu, v, d);
        if (lane >= d) v += u;
    }
    if (lane == 31) totals[warp] = v;
    __syncthreads();
    float before = 0.0f;
    for (int w = 0; w < warp; w++) before += totals[w];
    if (t < n) y[t] = v + before;
}

__global__ void bitonic(float* x, int cols) {
    __shared__ float s[64];
    int t = threadIdx.x;
    s[t] = x[blockIdx.x * cols + t];
    __syncthreads();
    for (int k = 2; k <= 64; k <<= 1) {
        for (int j = k >> 1; j > 0; j >>= 1) {
            int other = t ^ j;
            if (other > t) {
                bool up = (t & k) == 0;
                if ((s[t] > s[other]) == up) {
                    float w = s[t];
                    s[t] = s[other];
                    s[other] = w;
                }
            }
            __syncthreads();
        }
    }
    x[blockIdx.x * cols + t] = s[t];
}

__global__ void rank_sort(const float* x, float* y, int* order, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) return;
    float v = x[i];
    int rank = 0;
    for (int j = 0; j < n; j++) rank += x[j] < v || (x[j] == v && j < i);
    y[rank] = v;
    order[rank] = i;
}

__global__ void histogram(const int* x, int* bins, int n) {
    __shared__ int local[16];
    if (threadIdx.x < 16) local[threadIdx.x] = 0;
    __syncthreads();
    for (int i = blockIdx.x * blockDim.x + threadIdx.x; i < n; i += blockDim.x * gridDim.x) atomicAdd(&local[x[i] >> 6 & 15], 1);
    __syncthreads();
    if (threadIdx.x < 16) atomicAdd(&bins[threadIdx.x], local[threadIdx.x]);
}

__global__ void cumprod_rows(const float* x, float* y, int rows, int cols) {
    int r = blockIdx.x * blockDim.x + threadIdx.x;
    if (r >= rows) return;
    float p = 1.0f;
    for (int c = 0; c < cols; c++) {
        p *= x[r * cols + c];
        y[r * cols + c] = p;
    }
}
