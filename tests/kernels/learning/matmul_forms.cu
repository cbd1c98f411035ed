// launch: matmul_bias<<<(2,3), (16,8)>>>(out: float[437] = poison, inp: float[399] = rand(311, -1, 1), weight: float[483] = rand(312, -1, 1), bias: float[23] = rand(313, -1, 1), bt: 19, c: 21, oc: 23)
// tolerance: out abs 1e-5 the order of the sum
// expect: sum(out) = -14.51045 (twin)
// launch: sgemm_tiled<<<(2,2), (16,16)>>>(a: float[667] = rand(314, -1, 1), b: float[551] = rand(315, -1, 1), c: float[437] = poison, m: 23, n: 19, k: 29)
// tolerance: c abs 1e-5 contraction
// expect: sum(c) = -9.980397 (twin)
// launch: sgemm_register<<<(2,2), (8,8)>>>(a: float[1120] = rand(316, -1, 1), b: float[1332] = rand(317, -1, 1), c: float[840] = poison, m: 28, n: 30, k: 40)
// tolerance: c abs 1e-5 contraction
// expect: sum(c) = 40.140785 (twin)
// launch: gemv<<<4, (32,4)>>>(a: float[1005] = rand(318, -1, 1), x: float[67] = rand(319, -1, 1), y: float[15] = poison, m: 15, k: 67)
// tolerance: y abs 1e-5 the order of the sum
// expect: sum(y) = -2.6397765 (twin)
// launch: batched<<<(1,1,3), (8,16)>>>(a: float[210] = rand(320, -1, 1), b: float[210] = rand(321, -1, 1), c: float[300] = poison, m: 10, n: 10, k: 7)
// tolerance: c abs 1e-5 contraction
// expect: sum(c) = 5.80839 (twin)
__global__ void matmul_bias(float* out, const float* inp, const float* weight, const float* bias, int bt, int c, int oc) {
    int row = blockIdx.x * blockDim.x + threadIdx.x;
    int col = blockIdx.y * blockDim.y + threadIdx.y;
    if (row < bt && col < oc) {
        float val = bias != NULL ? bias[col] : 0.0f;
        const float* w = weight + col * c;
        const float* in = inp + row * c;
        for (int i = 0; i < c; i++) val += in[i] * w[i];
        out[row * oc + col] = val;
    }
}

__global__ void sgemm_tiled(const float* a, const float* b, float* c, int m, int n, int k) {
    __shared__ float as[16][16], bs[16][16];
    int tx = threadIdx.x, ty = threadIdx.y;
    int row = blockIdx.y * 16 + ty, col = blockIdx.x * 16 + tx;
    float sum = 0.0f;
    for (int t = 0; t < (k + 15) / 16; t++) {
        as[ty][tx] = row < m && t * 16 + tx < k ? a[row * k + t * 16 + tx] : 0.0f;
        bs[ty][tx] = t * 16 + ty < k && col < n ? b[(t * 16 + ty) * n + col] : 0.0f;
        __syncthreads();
        for (int i = 0; i < 16; i++) sum += as[ty][i] * bs[i][tx];
        __syncthreads();
    }
    if (row < m && col < n) c[row * n + col] = sum;
}

// A thread makes two by two elements of a tile of sixteen.
__global__ void sgemm_register(const float* a, const float* b, float* c, int m, int n, int k) {
    __shared__ float as[16][8], bs[8][16];
    int tx = threadIdx.x, ty = threadIdx.y, tid = ty * 8 + tx;
    float acc[2][2] = {};
    for (int k0 = 0; k0 < k; k0 += 8) {
        for (int i = tid; i < 128; i += 64) {
            int r = blockIdx.y * 16 + i / 8, q = k0 + i % 8;
            as[i / 8][i % 8] = r < m && q < k ? a[r * k + q] : 0.0f;
            int s = k0 + i / 16, col = blockIdx.x * 16 + i % 16;
            bs[i / 16][i % 16] = s < k && col < n ? b[s * n + col] : 0.0f;
        }
        __syncthreads();
        for (int i = 0; i < 8; i++)
            for (int u = 0; u < 2; u++)
                for (int v = 0; v < 2; v++) acc[u][v] += as[ty * 2 + u][i] * bs[i][tx * 2 + v];
        __syncthreads();
    }
    for (int u = 0; u < 2; u++)
        for (int v = 0; v < 2; v++) {
            int r = blockIdx.y * 16 + ty * 2 + u, col = blockIdx.x * 16 + tx * 2 + v;
            if (r < m && col < n) c[r * n + col] = acc[u][v];
        }
}

__global__ void gemv(const float* a, const float* x, float* y, int m, int k) {
    int lane = threadIdx.x, row = blockIdx.x * blockDim.y + threadIdx.y;
    if (row < m) {
        float sum = 0.0f;
        int steps = (k + 31) / 32;
        for (int w = 0; w < steps; ++w) {
            int col = w * 32 + lane;
            sum += col < k ? a[row * k + col] * x[col] : 0.0f;
        }
        for (int o = 16; o >= 1; o >>= 1) sum += __shfl_xor_sync(0xffffffff, sum, o);
        if (lane == 0) y[row] = sum;
    }
}

__global__ void batched(const float* a, const float* b, float* c, int m, int n, int k) {
    const float* A = a + blockIdx.z * m * k;
    const float* B = b + blockIdx.z * k * n;
    int r = threadIdx.y;
    if (r >= m) return;
    for (int q = threadIdx.x; q < n; q += blockDim.x) {
        float s = 0.0f;
        for (int i = 0; i < k; i++) s = fmaf(A[r * k + i], B[i * n + q], s);
        c[(blockIdx.z * m + r) * n + q] = s;
    }
}
