// methods_and_constructors.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

struct Scaler {
    float factor_;
    float bias_;
};

struct Counter {
    int steps;
    float start;
};

static __device__ inline void Scaler_init(Scaler *self, float factor, float bias)
{
    self->factor_ = factor;
    self->bias_ = bias;
}

static __device__ inline void Scaler_grow(Scaler *self, float by)
{
    self->factor_ += by;
}

static __device__ inline float Scaler_apply(Scaler *self, float x)
{
    return x * self->factor_ + self->bias_;
}

static __device__ inline float Scaler_twice(float x)
{
    return 2.0f * x;
}

static __device__ inline float Counter_total(Counter *self)
{
    return self->start + (float)self->steps;
}

__global__ void mix(const float *in, float *out)
{
    int i = threadIdx.x;
    Scaler s;
    Scaler_init(&s, 2.0f, 0.0f);
    Scaler_grow(&s, 1.0f);
    Scaler t;
    Scaler_init(&t, 1.0f, 0.0f);
    Counter c;
    c.steps = 3;
    c.start = 1.0f;
    float apply_result = Scaler_apply(&s, in[i]);
    float twice_result = Scaler_twice(in[i]);
    float apply_result_1 = Scaler_apply(&t, 1.0f);
    float total_result = Counter_total(&c);
    out[i] = apply_result + twice_result * apply_result_1 + (total_result - 2.0f) * in[i];
}
