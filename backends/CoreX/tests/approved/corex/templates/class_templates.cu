// class_templates.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

struct Vec_float_4 {
    float data[4];
};

static __device__ inline float * Vec_float_4_at(Vec_float_4 *self, int i)
{
    return &self->data[i];
}

static __device__ inline float * Vec_float_4_at_2(Vec_float_4 *self, int i)
{
    return &self->data[i];
}

static __device__ inline float Vec_float_4_dot(Vec_float_4 *self, Vec_float_4 *o)
{
    float s = 0.0f;
    for (int i = 0; i < 4; i++) {
        float t = self->data[i];
        float *t_1 = Vec_float_4_at_2(o, i);
        s += t * (*t_1);
    }
    return s;
}

static __device__ inline int Vec_float_4_sum_as_int(Vec_float_4 *self)
{
    int s = 0;
    for (int i = 0; i < 4; i++) {
        s += __float2int_rz(self->data[i]);
    }
    return s;
}

__global__ void fold_float(const float *in, float *out)
{
    Vec_float_4 v;
    for (int i = 0; i < 4; i++) {
        float t = in[threadIdx.x * 4u + (unsigned int)i];
        float *t_1 = Vec_float_4_at(&v, i);
        (*t_1) = t;
    }
    float dot_result = Vec_float_4_dot(&v, &v);
    double d = (double)dot_result;
    out[threadIdx.x] = (float)d;
    int sum_as_result = Vec_float_4_sum_as_int(&v);
    if (sum_as_result < 0) {
        out[threadIdx.x] = (float)-1;
    }
}

__global__ void run(const float *in, float *out)
{
    Vec_float_4 v;
    for (int i = 0; i < 4; i++) {
        float t = in[threadIdx.x * 4u + (unsigned int)i];
        float *t_1 = Vec_float_4_at(&v, i);
        (*t_1) = t;
    }
    float dot_result = Vec_float_4_dot(&v, &v);
    out[threadIdx.x] = dot_result;
}
