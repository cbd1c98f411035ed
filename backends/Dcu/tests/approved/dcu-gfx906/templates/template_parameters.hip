// template_parameters.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>

struct Stack_short_2 {
    short v[2];
    int n;
};

struct Buffer_Stack_short_2 {
    Stack_short_2 store;
};

static __device__ inline void Stack_short_2_push(Stack_short_2 *self, short x)
{
    int t = self->n;
    self->n = t + 1;
    self->v[t] = x;
}

__global__ __launch_bounds__(1024) void fill(int *out)
{
    Buffer_Stack_short_2 b;
    b.store.n = 0;
    Stack_short_2_push(&b.store, (short)threadIdx.x);
    Stack_short_2_push(&b.store, (short)(threadIdx.x + 3u));
    out[4u * threadIdx.x] = b.store.v[0];
    out[4u * threadIdx.x + 1u] = b.store.v[1];
    out[4u * threadIdx.x + 2u] = 8u + threadIdx.x;
    out[4u * threadIdx.x + 3u] = 2;
}
