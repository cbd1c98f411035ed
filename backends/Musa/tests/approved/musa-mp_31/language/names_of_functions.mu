// names_of_functions.cu for musa:mp_31, translated by KernelPort.
#include <musa_runtime.h>

__global__ void polar(const float *angle, float *out)
{
    float t = angle[threadIdx.x];
    float sinf_1;
    sinf_1 = sinf(t);
    float cosf_1;
    cosf_1 = cosf(t);
    float expf = __expf(sinf_1);
    out[2u * threadIdx.x] = sinf_1;
    out[2u * threadIdx.x + 1u] = cosf_1 * expf;
}
