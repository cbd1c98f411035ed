// aligned_by_parameters.cu for musa:mp_31, translated by KernelPort.
#include <musa_runtime.h>

struct __align__(16) Pack_float_4 {
    float values[4];
};

__global__ void mirror_float_4(float *in, float *out)
{
    Pack_float_4 read = ((Pack_float_4 *)in)[threadIdx.x];
    Pack_float_4 written;
    for (int i = 0; i < 4; i++) {
        Pack_float_4 copy = read;
        written.values[i] = copy.values[4 - 1 - i];
    }
    ((Pack_float_4 *)out)[threadIdx.x] = written;
    if (threadIdx.x == 0u) {
        out[2 * 4] = 16.0f;
    }
}
