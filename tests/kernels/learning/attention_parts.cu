// launch: scores<<<(1,1,4), (16,16)>>>(q: float[440] = rand(351, -1, 1), k: float[440] = rand(352, -1, 1), s: float[484] = poison, t: 11, d: 10, scale: 0.316)
// tolerance: s abs 4e-6 contraction
// expect: sum(s) = -2200004.5 (twin)
// launch: values<<<(11,4), 32>>>(p: float[484] = rand(353, 0, 0.2), v: float[440] = rand(354, -1, 1), o: float[440] = poison, t: 11, d: 10)
// tolerance: o abs 2e-6 contraction
// expect: sum(o) = 8.176468 (twin)
// launch: decode<<<(2,3), 64>>>(out: float[96] = poison, q: float[96] = rand(355, -1, 1), kcache: float[1824] = rand(356, -1, 1), vcache: float[1824] = rand(357, -1, 1), lens: int[2] = 19 7, scale: 0.25, most: 19)
// tolerance: out abs 4e-6 expf and the order of the sums
// expect: sum(out) = -2.0495243 (twin)
// launch: reshape_and_cache<<<5, 32>>>(key: float[120] = rand(358, -1, 1), value: float[120] = rand(359, -1, 1), kcache: float[288] = 0, vcache: float[288] = 0, slots: int[5] = 7 -1 2 11 3, heads: 3, size: 8)
// expect: sum(kcache) = -3.0932367 (twin)
// expect: sum(vcache) = 0.6634363 (twin)
// launch: alibi<<<(2,2,3), (16,4)>>>(s: float[693] = rand(360, -1, 1), slopes: float[3] = 0.25 0.0625 0.015625, q: 7, k: 33)
// expect: sum(s) = -1021.6129 (twin)
// launch: merge_states<<<4, 24>>>(out: float[96] = poison, va: float[96] = rand(361, -1, 1), sa: float[4] = rand(362, -2, 2), vb: float[96] = rand(363, -1, 1), sb: float[4] = rand(364, -2, 2), d: 24)
// tolerance: out abs 2e-6 expf
// expect: sum(out) = 11.577475 (twin)
__global__ void scores(const float* q, const float* k, float* s, int t, int d, float scale) {
    int head = blockIdx.z;
    int j = blockIdx.x * blockDim.x + threadIdx.x, i = blockIdx.y * blockDim.y + threadIdx.y;
    if (i >= t || j >= t) return;
    if (j > i) {
        s[(head * t + i) * t + j] = -INFINITY > 0.0f ? 0.0f : -1e4f;
        return;
    }
    float sum = 0.0f;
    for (int c = 0; c < d; c++) sum += q[(head * t + i) * d + c] * k[(head * t + j) * d + c];
    s[(head * t + i) * t + j] = sum * scale;
}

__global__ void values(const float* p, const float* v, float* o, int t, int d) {
    int i = blockIdx.x, head = blockIdx.y;
    for (int c = threadIdx.x; c < d; c += blockDim.x) {
        float sum = 0.0f;
        for (int j = 0; j <= i; j++) sum += p[(head * t + i) * t + j] * v[(head * t + j) * d + c];
        o[(head * t + i) * d + c] = sum;
    }
}

// One query a block against a cache of keys; heads of sixteen.
__global__ void decode(float* out, const float* q, const float* kcache, const float* vcache, const int* lens, float scale, int most) {
    __shared__ float logits[32];
    __shared__ float red[2];
    int seq = blockIdx.x, head = blockIdx.y, heads = gridDim.y, t = threadIdx.x;
    int len = lens[seq];
    const float* query = q + (seq * heads + head) * 16;
    float m = -INFINITY;
    for (int j = t; j < len; j += 64) {
        const float* key = kcache + ((seq * most + j) * heads + head) * 16;
        float dot = 0.0f;
        for (int c = 0; c < 16; c++) dot += query[c] * key[c];
        logits[j] = dot * scale;
        m = fmaxf(m, dot * scale);
    }
    for (int o = 16; o > 0; o >>= 1) m = fmaxf(m, __shfl_xor_sync(0xffffffffu, m, o));
    if (t % 32 == 0) red[t / 32] = m;
    __syncthreads();
    m = fmaxf(red[0], red[1]);
    float sum = 0.0f;
    for (int j = 0; j < len; j++) sum += expf(logits[j] - m);
    if (t < 16) {
        float acc = 0.0f;
        for (int j = 0; j < len; j++) acc += expf(logits[j] - m) * vcache[((seq * most + j) * heads + head) * 16 + t];
        out[(seq * heads + head) * 16 + t] = acc / sum;
    }
}

__global__ void reshape_and_cache(const float* key, const float* value, float* kcache, float* vcache, const int* slots, int heads, int size) {
    const int token = blockIdx.x;
    const int slot = slots[token];
    if (slot < 0) return;
    const int n = heads * size;
    for (int i = threadIdx.x; i < n; i += blockDim.x) {
        kcache[slot * n + i] = key[token * n + i];
        vcache[slot * n + i] = value[token * n + i];
    }
}

__global__ void alibi(float* s, const float* slopes, int q, int k) {
    int j = blockIdx.x * blockDim.x + threadIdx.x, i = blockIdx.y * blockDim.y + threadIdx.y, h = blockIdx.z;
    if (i >= q || j >= k) return;
    s[(h * q + i) * k + j] += slopes[h] * (float)(j - (k - q + i));
}

__global__ void merge_states(float* out, const float* va, const float* sa, const float* vb, const float* sb, int d) {
    int row = blockIdx.x, c = threadIdx.x;
    float a = sa[row], b = sb[row], m = max(a, b);
    a = expf(a - m);
    b = expf(b - m);
    out[row * d + c] = va[row * d + c] * (a / (a + b)) + vb[row * d + c] * (b / (a + b));
}
