// pointer_to_struct.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>

struct Body {
    float x;
    float v;
    int id;
};

static __device__ inline void step(Body *b, float dt)
{
    b->x += b->v * dt + (float)b->id;
    b->v = b->x + 1.0f;
}

__global__ __launch_bounds__(1024) void advance(Body *bodies, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        step(bodies + i, 1.0f);
    }
}
