// launch: k<<<1, 4>>>(x: float[32] = 1, y: float[16] = 0)
// expect: finding KP6009 line 4
__global__ void k(const float* x, float* y) {
    float4 v = *reinterpret_cast<const float4*>(x + threadIdx.x + 1);
    y[threadIdx.x] = v.x + v.w;
}
