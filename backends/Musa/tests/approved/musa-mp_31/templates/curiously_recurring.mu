// curiously_recurring.cu for musa:mp_31, translated by KernelPort.
#include <musa_runtime.h>

struct Shape_Square {
};

struct Square {
    float side;
};

static __device__ inline void Square_init(Square *self, float side)
{
    self->side = side;
}

static __device__ inline void Shape_Square_grow(Shape_Square *self, float by)
{
    ((Square *)self)->side *= by;
}

static __device__ inline float Square_area(Square *self)
{
    return self->side * self->side;
}

static __device__ inline float Shape_Square_twice(Shape_Square *self)
{
    float area_result = Square_area((Square *)self);
    return 2.0f * area_result;
}

static __device__ inline float measure_Square(Shape_Square *shape)
{
    float twice_result = Shape_Square_twice(shape);
    return twice_result;
}

__global__ void areas(float *out)
{
    Square s;
    Square_init(&s, 1.0f);
    Shape_Square_grow((Shape_Square *)&s, (float)(threadIdx.x + 1u));
    float area_result = Square_area(&s);
    out[2u * threadIdx.x] = area_result;
    float measure_result = measure_Square((Shape_Square *)&s);
    out[2u * threadIdx.x + 1u] = measure_result;
}
