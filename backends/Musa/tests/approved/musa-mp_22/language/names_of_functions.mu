// names_of_functions.cu for musa:mp_22, translated by KernelPort.
#include <musa_runtime.h>

__global__ void polar(const float *angle, float *out)
{
    float sinf_1 = sinf(angle[threadIdx.x]);
    float cosf_1 = cosf(angle[threadIdx.x]);
    float expf_1 = expf(sinf_1);
    out[2u * threadIdx.x] = sinf_1;
    out[2u * threadIdx.x + 1u] = cosf_1 * expf_1;
}
