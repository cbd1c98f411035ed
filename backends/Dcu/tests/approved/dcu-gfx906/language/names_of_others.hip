// names_of_others.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>

struct params {
    int base;
    int step;
};

__global__ __launch_bounds__(1024) void zero_point(params p, int *zero_point_1)
{
    zero_point_1[threadIdx.x] = p.base + (int)threadIdx.x * p.step;
}
