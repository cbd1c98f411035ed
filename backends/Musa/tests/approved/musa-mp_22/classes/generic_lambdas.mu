// generic_lambdas.cu for musa:mp_22, translated by KernelPort.
#include <musa_runtime.h>

struct lambda_1 {
    int i;
};

struct lambda_3 {
    int calls;
};

struct lambda_4 {
    int *i;
};

struct lambda_5 {
    int by;
    int i;
};

static __device__ inline int lambda_3_call(lambda_3 *self)
{
    self->calls++;
    return self->calls;
}

static __device__ inline int lambda_1_call_int(lambda_1 *self, int x)
{
    return x + self->i;
}

static __device__ inline float lambda_1_call_float(lambda_1 *self, float x)
{
    return x + (float)self->i;
}

static __device__ inline lambda_5 lambda_4_call(lambda_4 *self, int by)
{
    return lambda_5{by, (*self->i)};
}

static __device__ inline int lambda_5_call(lambda_5 *self, int x)
{
    return self->by * (x + self->i);
}

static __device__ inline int apply_to_lambda_5(lambda_5 f, int x)
{
    lambda_5 f_1 = f;
    int x_1 = x;
    int t = lambda_5_call(&f_1, x_1);
    return t;
}

static __device__ inline int lambda_2_call_int_int_int(int x0, int x1, int x2)
{
    return x0 + (x1 + (x2 + 0));
}

static __device__ inline int lambda_6_call(int x)
{
    return x + 3;
}

__global__ void apply(float *out)
{
    int i = threadIdx.x;
    float *o = out + 4 * i;
    lambda_1 add = lambda_1{i};
    int calls = 0;
    lambda_3 count = lambda_3{calls};
    lambda_4 scaled = lambda_4{&i};
    lambda_3_call(&count);
    int t = lambda_1_call_int(&add, 3);
    (*o) = (float)t;
    float t_1 = lambda_1_call_float(&add, 2.5f);
    o[1] = t_1;
    lambda_5 t_2 = lambda_4_call(&scaled, 2);
    int apply_to_result = apply_to_lambda_5(t_2, 3);
    o[2] = (float)apply_to_result;
    int t_3 = lambda_2_call_int_int_int(1, 2, 3);
    int t_4 = lambda_6_call(t_3 + i - calls);
    int t_5 = lambda_3_call(&count);
    o[3] = (float)(t_4 + (t_5 - 2) + 1);
}
