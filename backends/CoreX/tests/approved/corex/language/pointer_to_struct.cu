// pointer_to_struct.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

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

__global__ void advance(Body *bodies, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        step(bodies + i, 1.0f);
    }
}
