// Rows that a block walks through side by side, of lengths around its own width and around what a machine of vectors takes at a time.
// launch: softmax<<<3, 64>>>(in: float[192] = rand(1, -3, 3), out: float[192] = poison, cols: 64)
// tolerance: out ulp 8 rel 1e-6 expf
// expect: sum(out) = 3
// launch: softmax<<<3, 64>>>(in: float[3] = rand(2, -3, 3), out: float[3] = poison, cols: 1)
// expect: out = 1 1 1
// launch: softmax<<<2, 64>>>(in: float[4096] = rand(3, -3, 3), out: float[4096] = poison, cols: 2048)
// expect: sum(out) = 2
// launch: softmax<<<2, 64>>>(in: float[4098] = rand(4, -3, 3), out: float[4098] = poison, cols: 2049)
// expect: sum(out) = 2
// expect: out[7..8] = 0.00010500301 (twin)
// launch: softmax<<<2, 64>>>(in: float[10002] = rand(5, -3, 3), out: float[10002] = poison, cols: 5001)
// expect: sum(out) = 2
// expect: out[7..8] = 6.314249E-05 (twin)
// launch: in_place<<<2, 64>>>(x: float[4200] = rand(6, -3, 3), cols: 2100, by: 0)
// expect: sum(x) = 4207.0527 (twin)
// expect: x[2100..2101] = 0.32478178 (twin)
// launch: in_place<<<1, 64>>>(x: float[4200] = rand(7, 0, 1), cols: 2100, by: 64)
// expect: sum(x) = 5160.007 (twin)
// expect: x[2100..2101] = 2 (twin)
// launch: in_place<<<1, 64>>>(x: float[300] = rand(8, 0, 1), cols: 100, by: 128)
// expect: sum(x) = 228.12033 (twin)
// expect: x[128..129] = 1.3092523 (twin)
// launch: least<<<4, 64>>>(in: float[1200] = rand(9, 1, 5), out: float[4] = poison, cols: 300)
// expect: out = 1.0036815 1.0125548 1.0127738 1.0243994 (twin)
// launch: least<<<4, 64>>>(in: float[1] = rand(9, 1, 5), out: float[4] = poison, cols: 0)
// expect: out = 7 7 7 7
// launch: sums<<<3, 64>>>(in: float[900] = rand(10, -1, 1), out: float[6] = poison, cols: 300)
// expect: out = 69.6771 101.0793 67.004585 109.700775 64.0251 91.757614 (twin)
// launch: other_lanes<<<2, 64>>>(in: float[600] = rand(11, -1, 1), out: float[128] = poison, cols: 300)
// expect: sum(out) = 92.786766 (twin)
// expect: out[60..61] = 0.5768559 (twin)
// launch: changed<<<1, 64>>>(x: float[300] = rand(12, -1, 1), out: float[2] = poison, cols: 300)
// expect: sum(x) = 99548.98 (twin)
// expect: out = 0.9956464 129.98259 (twin)
// launch: by_thread<<<1, 64>>>(in: float[300] = rand(13, -1, 1), out: float[300] = poison, cols: 300)
// expect: sum(out) = 19.150417 (twin)
// expect: out[64..65] = 0.1235684 (twin)
// launch: not_numbers<<<1, 64>>>(in: float[300] = rand(14, -1, 1), out: float[1] = poison, cols: 300)
// expect: out = 0.9996602 (twin)
__global__ void softmax(const float *in, float *out, int cols) {
    __shared__ float part[64];
    int t = threadIdx.x;
    const float *x = in + blockIdx.x * cols;
    float *y = out + blockIdx.x * cols;
    float m = -INFINITY;
    for (int c = t; c < cols; c += blockDim.x) m = fmaxf(m, x[c]);
    part[t] = m;
    __syncthreads();
    for (int d = 32; d > 0; d /= 2) {
        if (t < d) part[t] = fmaxf(part[t], part[t + d]);
        __syncthreads();
    }
    m = part[0];
    __syncthreads();
    float s = 0.0f;
    for (int c = t; c < cols; c += blockDim.x) s += expf(x[c] - m);
    part[t] = s;
    __syncthreads();
    for (int d = 32; d > 0; d /= 2) {
        if (t < d) part[t] += part[t + d];
        __syncthreads();
    }
    s = part[0];
    for (int c = t; c < cols; c += blockDim.x) y[c] = expf(x[c] - m) / s;
}

// Where it stores behind what it reads, each thread reads again what it stored: as many at a time as there are threads, and no more.
__global__ void in_place(float *x, int cols, int by) {
    float *row = x + blockIdx.x * cols;
    for (int c = threadIdx.x; c < cols; c += 64) row[c + by] = row[c] * 0.5f + 1.0f;
}

// The initial value takes part where a row is empty, and where it is the least.
__global__ void least(const float *in, float *out, int cols) {
    __shared__ float part[64];
    int t = threadIdx.x;
    float m = 7.0f;
    for (int c = t; c < cols; c += 64) m = fminf(m, in[blockIdx.x * cols + c]);
    part[t] = m;
    __syncthreads();
    for (int d = 32; d > 0; d >>= 1) {
        if (t < d) part[t] = fminf(part[t], part[t + d]);
        __syncthreads();
    }
    if (t == 0) out[blockIdx.x] = part[0];
}

// Two sums at a time, in the threads' order.
__global__ void sums(const float *in, float *out, int cols) {
    __shared__ float part[64], squares[64];
    int t = threadIdx.x;
    float s = 1.0f, q = 0.0f;
    for (int c = t; c < cols; c += 64) {
        float v = in[blockIdx.x * cols + c];
        s += v;
        q += v * v;
    }
    part[t] = s;
    squares[t] = q;
    __syncthreads();
    for (int d = 32; d > 0; d >>= 1) {
        if (t < d) {
            part[t] += part[t + d];
            squares[t] += squares[t + d];
        }
        __syncthreads();
    }
    if (t < 2) out[blockIdx.x * 2 + t] = t == 0 ? part[0] : squares[0];
}

// All elements of the memory are looked at behind the tree, by another name: no part of it may be left out.
__global__ void other_lanes(const float *in, float *out, int cols) {
    __shared__ float part[64];
    int t = threadIdx.x;
    float *p = part;
    float m = -INFINITY;
    for (int c = t; c < cols; c += 64) m = fmaxf(m, in[blockIdx.x * cols + c]);
    part[t] = m;
    __syncthreads();
    for (int d = 32; d > 0; d >>= 1) {
        if (t < d) part[t] = fmaxf(part[t], part[t + d]);
        __syncthreads();
    }
    out[blockIdx.x * 64 + t] = p[t];
}

// A row that changes between two walks is read again.
__global__ void changed(float *x, float *out, int cols) {
    __shared__ float part[64];
    int t = threadIdx.x;
    for (int again = 0; again < 2; again++) {
        float m = -INFINITY;
        for (int c = t; c < cols; c += 64) m = fmaxf(m, x[c]);
        part[t] = m;
        __syncthreads();
        for (int d = 32; d > 0; d >>= 1) {
            if (t < d) part[t] = fmaxf(part[t], part[t + d]);
            __syncthreads();
        }
        m = part[0];
        if (t == 0) out[again] = m;
        __syncthreads();
        x[t] = m + t;
        for (int c = t; c < cols; c += 64) x[c] += m;
        for (int c = t; c < cols; c += 64) x[c] = x[c] * 2.0f;
    }
}

// What a turn makes depends on the thread and not on the index alone.
__global__ void by_thread(const float *in, float *out, int cols) {
    float own = in[threadIdx.x];
    for (int c = threadIdx.x; c < cols; c += 64) out[c] = in[c] * own;
}

// A number is greater than none.
__global__ void not_numbers(const float *in, float *out, int cols) {
    __shared__ float part[64];
    int t = threadIdx.x;
    float m = NAN;
    for (int c = t; c < cols; c += 64) m = fmaxf(m, sqrtf(in[c]));
    part[t] = m;
    __syncthreads();
    for (int d = 32; d > 0; d >>= 1) {
        if (t < d) part[t] = fmaxf(part[t], part[t + d]);
        __syncthreads();
    }
    if (t == 0) out[0] = part[0];
}
