// launch: convert<<<1, 4>>>(x: float[4] = 0.25 -0.5 0.75 -1, out: int[16])
// expect: out = 8192 0 1 8193 -16384 -1 1 -16383 24576 0 1 24577 -32768 -1 1 -32767
// Classes that convert: from a number, to a number, only when asked to, and to a truth value in a condition.
struct Fixed {
    int raw;
    __device__ Fixed(float f) : raw((int)(f * 32768.0f)) {}
    __device__ explicit operator int() const { return raw >> 15; }
    __device__ explicit operator bool() const { return raw != 0; }
    __device__ operator float() const { return raw / 32768.0f; }
};
__device__ int bits(Fixed f) { return f.raw; }

__global__ void convert(const float *x, int *out)
{
    int *o = out + 4 * threadIdx.x;
    Fixed f = x[threadIdx.x];
    o[0] = bits(x[threadIdx.x]);
    o[1] = (int)f;
    o[2] = f ? 1 : 0;
    float back = f;
    o[3] = bits(back) + o[2];
}
