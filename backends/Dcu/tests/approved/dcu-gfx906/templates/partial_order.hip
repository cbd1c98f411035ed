// partial_order.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>

static __device__ inline int which_short(short *a, short *b)
{
    return 1;
}

static __device__ inline int which_short_int(short *a, int *b)
{
    return 2;
}

static __device__ inline int nested_int(int *a, int b)
{
    return 103;
}

static __device__ inline int which_float_short(float *a, short *b)
{
    return 2;
}

__global__ __launch_bounds__(1024) void order(int *out)
{
    short s = (short)1;
    short temporary;
    short temporary_1;
    short temporary_2;
    int temporary_3;
    float temporary_4;
    short temporary_5;
    switch (threadIdx.x) {
    case 0u:
        {
            temporary = s;
            temporary_1 = s;
            int which_result = which_short(&temporary, &temporary_1);
            (*out) = which_result;
            break;
        }
    case 1u:
        {
            temporary_2 = s;
            temporary_3 = 1;
            int which_result_1 = which_short_int(&temporary_2, &temporary_3);
            out[1] = which_result_1;
            break;
        }
    case 2u:
        {
            int nested_result = nested_int(out, 1);
            out[2] = nested_result;
            break;
        }
    default:
        {
            temporary_4 = 1.0f;
            temporary_5 = s;
            int which_result_2 = which_float_short(&temporary_4, &temporary_5);
            out[3] = which_result_2;
            break;
        }
    }
}
