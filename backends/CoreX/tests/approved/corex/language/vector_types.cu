// vector_types.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void mix(const float4 *v, uchar4 *c, const double2 *d, int3 *i, float *out)
{
    int t = threadIdx.x;
    float4 a = v[t];
    uchar4 k = c[t];
    double2 e = d[t];
    int3 q = i[t];
    out[t] = a.x + a.y + a.z + a.w + (float)k.x + (float)k.y + (float)k.z + (float)k.w + (float)(e.x + e.y) + (float)q.x + (float)q.y + (float)q.z + (t != 0 ? 4.5f : 4.5f);
    c[t] = make_uchar4((int)k.x + 1, (int)k.y + 1, (int)k.z + 1, (int)k.w + 1);
    i[t] = make_int3(q.z, q.y, q.x);
}
