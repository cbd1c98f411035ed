// launch: angles<<<2, 64>>>(y: float[100] = rand(5, -3, 3), x: float[100] = rand(6, -3, 3), out: float[100] = poison, n: 100)
// tolerance: out ulp 3 rel 1e-6 atan2f
// expect: sum(out) = -8.875369 (twin)
// launch: axes<<<1, 32>>>(out: float[25] = poison)
// tolerance: out ulp 3 rel 1e-6 atan2f
// expect: out[0..1] = -2.3561945
// expect: out[1..2] = -1.5707964
// expect: out[5..6] = -3.1415927
// expect: out[6..7] = -3.1415927
// expect: out[7..8] = -0
// expect: out[9..10] = -0
// expect: out[11..12] = 3.1415927
// expect: out[12..13] = 0
// expect: out[15..16] = 3.1415927
// expect: out[19..20] = 0
// expect: out[24..25] = 0.7853982
__global__ void angles(const float *y, const float *x, float *out, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) out[i] = atan2f(y[i], x[i]);
}

// -infinity, -0, 0, a small one and infinity, each as the sine with each as the cosine.
__device__ float of(int i) { return i == 0 ? -INFINITY : i == 1 ? -0.0f : i == 2 ? 0.0f : i == 3 ? 1e-40f : INFINITY; }

__global__ void axes(float *out) {
    int t = threadIdx.x;
    if (t < 25) out[t] = atan2f(of(t / 5), of(t % 5));
}
