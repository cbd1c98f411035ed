// launch: k<<<2, 1>>>(p: float[12] = 0)
// expect: finding KP6016
__global__ void k(float* p) {
    p[blockIdx.x == 0 ? 4 : 3] = 9.0f;
    *reinterpret_cast<float4*>(p + 4 * blockIdx.x) = make_float4(1, 2, 3, 4);
}
