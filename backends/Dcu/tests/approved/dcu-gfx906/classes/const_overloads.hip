// const_overloads.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>

struct Row {
    int v[4];
    int reads;
};

static __device__ inline int * Row_at(Row *self, int i)
{
    self->reads++;
    return &self->v[i];
}

static __device__ inline Row * Row_set(Row *self, int i, int x)
{
    int *at_result = Row_at(self, i);
    (*at_result) = x;
    return self;
}

static __device__ inline int * Row_at_2(Row *self, int i)
{
    return &self->v[i];
}

static __device__ inline int look(Row *r, int i)
{
    int i_1 = i;
    int *at_result = Row_at_2(r, i_1);
    return (*at_result);
}

__global__ __launch_bounds__(1024) void access(int *out)
{
    Row r;
    r.v[0] = 0;
    r.v[1] = 0;
    r.v[2] = 0;
    r.v[3] = 0;
    r.reads = 0;
    int i = threadIdx.x;
    int *o = out + 3 * i;
    Row_set(&r, i, i * i);
    int look_result = look(&r, i);
    (*o) = look_result;
    o[1] = r.reads;
    Row *set_result = Row_set(&r, 0, 5);
    Row *set_result_1 = Row_set(set_result, 1, 6);
    int *at_result = Row_at(set_result_1, 2);
    (*at_result) = 7;
    o[2] = 10 * (r.reads - 3 + i);
}
