// lambdas.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

struct lambda_1 {
    int offset;
};

struct lambda_3 {
    int *offset;
    int *sum;
};

struct Owner {
    int base;
};

struct lambda_5 {
    int x;
    Owner *captured_this;
};

static __device__ inline void lambda_3_call(lambda_3 *self, int j)
{
    int *t = self->sum;
    (*t) += j + (*self->offset);
}

static __device__ inline void each_lambda_3(int n, lambda_3 *f)
{
    for (int i = 0; i < n; i++) {
        lambda_3_call(f, i);
    }
}

static __device__ inline int lambda_1_call(lambda_1 *self, int x)
{
    return x + self->offset;
}

static __device__ inline int apply_lambda_1(lambda_1 f, int x)
{
    lambda_1 f_1 = f;
    int x_1 = x;
    int t = lambda_1_call(&f_1, x_1);
    return t;
}

static __device__ inline int lambda_2_call_int(int x)
{
    return x * 3;
}

static __device__ inline int lambda_5_call(lambda_5 *self, int y)
{
    return self->captured_this->base + self->x + y;
}

static __device__ inline int Owner_run(Owner *self, int x)
{
    lambda_5 f = lambda_5{x, self};
    int t = lambda_5_call(&f, 1);
    return t;
}

static __device__ inline int lambda_4_call(int a, int b)
{
    return a * b;
}

__global__ void closures(const int *in, int *out)
{
    int i = threadIdx.x;
    int offset = in[i];
    lambda_1 add = lambda_1{offset};
    int sum = 0;
    lambda_3 temporary = lambda_3{&offset, &sum};
    each_lambda_3(4, &temporary);
    Owner o = Owner{5};
    int apply_result = apply_lambda_1(add, 2);
    int t = lambda_2_call_int(offset);
    int sum_1 = sum;
    int run_result = Owner_run(&o, offset);
    int t_1 = lambda_4_call(2, 2);
    out[i] = apply_result + t + sum_1 + run_result + t_1 - offset + 0;
}
