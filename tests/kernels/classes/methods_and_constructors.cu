// launch: mix<<<1, 4>>>(in: float[4] = 1 2 3 4, out: float[4])
// expect: out = 7 14 21 28
class Scaler {
public:
    __device__ Scaler(float factor, float bias = 0.0f) : factor_(factor), bias_(bias) {}
    __device__ float apply(float x) const { return x * factor_ + bias_; }
    __device__ void grow(float by) { factor_ += by; }
    __device__ static float twice(float x) { return 2.0f * x; }
private:
    float factor_;
    float bias_;
};
struct Counter {
    int steps = 3;
    float start{1.0f};
    __device__ float total() const { return start + steps; }
};
__global__ void mix(const float* in, float* out) {
    int i = threadIdx.x;
    Scaler s(2.0f);
    s.grow(1.0f);
    Scaler t{1.0f, 0.0f};
    Counter c;
    out[i] = s.apply(in[i]) + Scaler::twice(in[i]) * t.apply(1.0f) + (c.total() - 2.0f) * in[i];
}
