// conversions.cu for musa:mp_22, translated by KernelPort.
#include <musa_runtime.h>

struct Fixed {
    int raw;
};

static __device__ inline void Fixed_init(Fixed *self, float f)
{
    self->raw = __float2int_rz(f * 32768.0f);
}

static __device__ inline int bits(Fixed f)
{
    Fixed f_1 = f;
    return f_1.raw;
}

static __device__ inline int Fixed_to_int(Fixed *self)
{
    return self->raw >> 15u;
}

static __device__ inline bool Fixed_to_bool(Fixed *self)
{
    return self->raw != 0;
}

static __device__ inline float Fixed_to_float(Fixed *self)
{
    return (float)self->raw / 32768.0f;
}

__global__ void convert(const float *x, int *out)
{
    int *o = out + 4u * threadIdx.x;
    Fixed f;
    Fixed_init(&f, x[threadIdx.x]);
    Fixed made;
    Fixed_init(&made, x[threadIdx.x]);
    int bits_result = bits(made);
    (*o) = bits_result;
    int t = Fixed_to_int(&f);
    o[1] = t;
    bool t_1 = Fixed_to_bool(&f);
    o[2] = t_1 ? 1 : 0;
    float t_2 = Fixed_to_float(&f);
    float back = t_2;
    Fixed made_1;
    Fixed_init(&made_1, back);
    int bits_result_1 = bits(made_1);
    o[3] = bits_result_1 + o[2];
}
