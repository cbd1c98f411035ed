// launch: pick<<<1, 1>>>(out: float[5])
// expect: out = 1 2.5 3 40 8
__device__ float twice(int x) { return (float)x; }
__device__ float twice(float x) { return x * 2.0f; }
__device__ float twice(float2 v) { return v.x + v.y; }
__device__ float twice(const float* p) { return p[0] * 10.0f; }
__device__ float twice(float x, float y) { return x * y; }
__global__ void pick(float* out) {
    out[0] = twice(1);
    out[1] = twice(1.25f);
    out[2] = twice(make_float2(1.0f, 2.0f));
    float four = 4.0f;
    out[3] = twice(&four);
    out[4] = twice(2.0f, four);
}
