// launch: add4<<<1, 64>>>(a: float[256] = seq(0, 1), b: float[256] = seq(256, -1), n: 64)
// expect: a[0..8] = 256 256 256 256 256 256 256 256
// expect: sum(a) = 65536
__global__ void add4(float* a, const float* b, int n) {
    int i = threadIdx.x;
    if (i >= n) return;
    float4 x = reinterpret_cast<float4*>(a)[i];
    const float4 y = reinterpret_cast<const float4*>(b)[i];
    x.x += y.x; x.y += y.y; x.z += y.z; x.w += y.w;
    reinterpret_cast<float4*>(a)[i] = x;
}
