// launch: lerp<<<3, 256>>>(a: float[700] = rand(911, -1, 1), b: float[700] = rand(912, -1, 1), w: float[700] = rand(913, 0, 1), out: float[700] = poison, n: 700)
// expect: sum(out) = -8.4268465 (twin)
// expect: out[0..1] = 0.18802968 (twin)
// expect: out[699..700] = -0.48345608 (twin)
// launch: addcmul_row<<<(3, 7), 96>>>(x: float[1799] = rand(914, -1, 1), scale: float[257] = rand(915, 0, 2), shift: float[257] = rand(916, -1, 1), out: float[1799] = poison, cols: 257)
// expect: sum(out) = 104.94788 (twin)
// expect: out[0..1] = -0.21639282 (twin)
// expect: out[1798..1799] = 1.7221014 (twin)
// launch: masked_fill<<<5, 200>>>(x: float[1000] = rand(917, -1, 1), mask: int[1000] = rand(918, 0, 2), value: -1e4, out: float[1000] = poison, n: 1000)
// expect: sum(out) = -5149998 (twin)
// expect: out[0..1] = -10000 (twin)
// expect: out[999..1000] = -10000 (twin)
// launch: scale_columns<<<7, 128>>>(x: float[896] = rand(919, -1, 1), by: float[7] = rand(920, 1, 2), out: float[896] = poison)
// expect: sum(out) = -10.114849 (twin)
// expect: out[0..1] = -0.42025638 (twin)
// expect: out[895..896] = 0.62332875 (twin)
__global__ void lerp(const float* a, const float* b, const float* w, float* out, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) out[i] = a[i] + w[i] * (b[i] - a[i]);
}
__global__ void addcmul_row(const float* x, const float* scale, const float* shift, float* out, int cols) {
    int c = blockIdx.x * blockDim.x + threadIdx.x;
    if (c < cols) out[blockIdx.y * cols + c] = x[blockIdx.y * cols + c] * scale[c] + shift[c];
}
__global__ void masked_fill(const float* x, const int* mask, float value, float* out, int n) {
    for (int i = blockIdx.x * blockDim.x + threadIdx.x; i < n; i += gridDim.x * blockDim.x) out[i] = mask[i] ? value : x[i];
}
__global__ void scale_columns(const float* x, const float* by, float* out) {
    float s = by[blockIdx.x];
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    out[i] = x[i] / s;
}
