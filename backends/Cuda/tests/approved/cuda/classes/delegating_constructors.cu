// delegating_constructors.cu for cuda, translated by KernelPort.
#include <cuda_runtime.h>

struct Box {
    int width;
    int height;
    int depth;
};

struct Counted {
    Box base_Box;
    int count;
};

static __device__ inline void Box_init(Box *self, int height)
{
    self->width = 1;
    self->height = 2;
    self->depth = 3;
    self->height = height;
}

static __device__ inline void Box_init_2(Box *self, int width, int height)
{
    self->width = width;
    self->height = height;
    self->depth = 3;
}

__global__ void make(int *out)
{
    int *o = out + 4u * threadIdx.x;
    Box plain;
    plain.width = 1;
    plain.height = 2;
    plain.depth = 3;
    Box tall;
    Box_init(&tall, 9);
    Box wide;
    Box_init_2(&wide, 7, 8);
    Box chosen;
    if (threadIdx.x == 0u) {
        chosen = plain;
    } else {
        Box chosen_1;
        if (threadIdx.x == 1u) {
            chosen_1 = tall;
        } else {
            chosen_1 = wide;
        }
        chosen = chosen_1;
    }
    Box b = chosen;
    Counted c;
    c.count = 4;
    Box_init_2(&c.base_Box, 5, 5);
    if (threadIdx.x == 2u) {
        c.count += c.base_Box.width + c.base_Box.height;
    }
    (*o) = b.width;
    o[1] = b.height;
    o[2] = b.depth;
    o[3] = c.count;
}
