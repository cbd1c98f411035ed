// Kernels of the tests, put together: 200 lines that the start is timed on.

__global__ void rms_norm(const float* x, const float* w, float* y, int cols, float eps) {
    const float* row = x + blockIdx.x * cols;
    float s = 0.0f;
    for (int c = threadIdx.x; c < cols; c += 32) s += row[c] * row[c];
    for (int d = 16; d > 0; d >>= 1) s += __shfl_xor_sync(0xffffffffu, s, d, 32);
    float r = rsqrtf(s / cols + eps);
    for (int c = threadIdx.x; c < cols; c += 32) y[blockIdx.x * cols + c] = row[c] * r * w[c];
}

__global__ void flash(const float* q, const float* k, const float* v, float* o, int rows, int keys, float scale) {
    const int dim = 8, tile = 8;
    __shared__ float ks[8][8];
    __shared__ float vs[8][8];
    int row = blockIdx.x * 8 + threadIdx.x;
    float mine[8], acc[8];
    float m = -INFINITY, l = 0.0f;
    for (int c = 0; c < dim; c++) {
        mine[c] = row < rows ? q[row * dim + c] : 0.0f;
        acc[c] = 0.0f;
    }
    for (int base = 0; base < keys; base += tile) {
        for (int c = 0; c < dim; c++) {
            bool in = base + threadIdx.x < keys;
            ks[threadIdx.x][c] = in ? k[(base + threadIdx.x) * dim + c] : 0.0f;
            vs[threadIdx.x][c] = in ? v[(base + threadIdx.x) * dim + c] : 0.0f;
        }
        __syncthreads();
        for (int j = 0; j < tile && base + j < keys; j++) {
            float d = 0.0f;
            for (int c = 0; c < dim; c++) d += mine[c] * ks[j][c];
            d *= scale;
            float big = fmaxf(m, d), old = expf(m - big), p = expf(d - big);
            l = l * old + p;
            for (int c = 0; c < dim; c++) acc[c] = acc[c] * old + p * vs[j][c];
            m = big;
        }
        __syncthreads();
    }
    if (row < rows)
        for (int c = 0; c < dim; c++) o[row * dim + c] = acc[c] / l;
}

__global__ void attend(const float* q, const float* k, const float* v, float* o, int n, float scale) {
    const int dim = 8;
    int base = blockIdx.x * n * dim, row = threadIdx.x;
    if (row >= n) return;
    float p[16];
    float m = -INFINITY, s = 0.0f;
    for (int j = 0; j <= row; j++) {
        float d = 0.0f;
        for (int c = 0; c < dim; c++) d += q[base + row * dim + c] * k[base + j * dim + c];
        p[j] = d * scale;
        m = fmaxf(m, p[j]);
    }
    for (int j = 0; j <= row; j++) {
        p[j] = expf(p[j] - m);
        s += p[j];
    }
    for (int c = 0; c < dim; c++) {
        float a = 0.0f;
        for (int j = 0; j <= row; j++) a += p[j] * v[base + j * dim + c];
        o[base + row * dim + c] = a / s;
    }
}

__global__ void batch_norm(const float* x, const float* mean, const float* var, const float* gamma, const float* beta, float* y, int n) {
    int c = blockIdx.y, i = threadIdx.x;
    if (i < n) y[c * n + i] = (x[c * n + i] - mean[c]) * rsqrtf(var[c]) * gamma[c] + beta[c];
}

__global__ void bias_relu(float* x, const float* bias, int rows, int cols) {
    int c = threadIdx.x, r = blockIdx.x;
    if (r < rows && c < cols) {
        float v = x[r * cols + c] + bias[c];
        x[r * cols + c] = v > 0.0f ? v : 0.0f;
    }
}

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

__global__ void loss(const float* logits, const int* label, float* out, float* total, int rows) {
    int r = blockIdx.x * blockDim.x + threadIdx.x;
    if (r >= rows) return;
    const float* x = logits + 10 * r;
    float m = x[0], s = 0.0f;
    for (int c = 1; c < 10; c++) m = fmaxf(m, x[c]);
    for (int c = 0; c < 10; c++) s += expf(x[c] - m);
    float v = logf(s) + m - x[label[r]];
    out[r] = v;
    atomicAdd(total, v / rows);
}

__global__ void cumsum(const float* x, float* y, int cols) {
    float s = 0.0f;
    for (int c = 0; c < cols; c++) {
        s += x[blockIdx.x * cols + c];
        y[blockIdx.x * cols + c] = s;
    }
}

__global__ void gelu_backward(const float* x, const float* dy, float* dx, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) return;
    const float k = 0.7978845608f;
    float v = x[i], c = 0.044715f * v * v * v;
    float t = tanhf(k * (v + c));
    float s = 1.0f - t * t;
    dx[i] = dy[i] * (0.5f * (1.0f + t) + 0.5f * v * s * k * (1.0f + 3.0f * 0.044715f * v * v));
}

__global__ void gelu(const float* in, float* out, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) return;
    float x = in[i];
    float u = 0.7978845608f * (x + 0.044715f * x * x * x);
    out[i] = 0.5f * x * (1.0f + tanhf(u));
}

__global__ void group_norm(const float* x, const float* gamma, const float* beta, float* y, int per_group, int spatial) {
    int groups = gridDim.y, n = blockIdx.x, g = blockIdx.y, count = per_group * spatial;
    int base = (n * groups + g) * count;
    float s = 0.0f, q = 0.0f;
    for (int i = threadIdx.x; i < count; i += 32) {
        float v = x[base + i];
        s += v;
        q += v * v;
    }
    for (int d = 16; d > 0; d >>= 1) {
        s += __shfl_xor_sync(0xffffffffu, s, d, 32);
        q += __shfl_xor_sync(0xffffffffu, q, d, 32);
    }
    float mean = s / count, r = rsqrtf(q / count - mean * mean + 1e-5f);
    for (int i = threadIdx.x; i < count; i += 32) {
        int c = g * per_group + i / spatial;
        y[base + i] = (x[base + i] - mean) * r * gamma[c] + beta[c];
    }
}

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

__global__ void rope(float* q, int heads, int dim, float base) {
    int head = blockIdx.x, pos = blockIdx.y, i = threadIdx.x;
    float* v = q + (pos * heads + head) * dim;
    float angle = pos * powf(base, -2.0f * i / dim);
    float s = sinf(angle), c = cosf(angle);
    float a = v[i], b = v[i + dim / 2];
    v[i] = a * c - b * s;
    v[i + dim / 2] = a * s + b * c;
}

__global__ void online(const float* in, float* out, int cols) {
    const float* x = in + blockIdx.x * cols;
    float m = -INFINITY, s = 0.0f;
    for (int c = threadIdx.x; c < cols; c += 32) {
        float v = x[c];
        float big = fmaxf(m, v);
        s = s * expf(m - big) + expf(v - big);
        m = big;
    }
    for (int d = 16; d > 0; d >>= 1) {
        float om = __shfl_xor_sync(0xffffffffu, m, d, 32);
        float os = __shfl_xor_sync(0xffffffffu, s, d, 32);
        float big = fmaxf(m, om);
        s = s * expf(m - big) + os * expf(om - big);
        m = big;
    }
    for (int c = threadIdx.x; c < cols; c += 32) out[blockIdx.x * cols + c] = expf(x[c] - m) / s;
}
