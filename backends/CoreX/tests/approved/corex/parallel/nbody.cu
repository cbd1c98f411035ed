// nbody.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void forces(const float4 *p, float3 *a, int n)
{
    __shared__ float4 tile[32];
    int i = blockIdx.x * 32u + threadIdx.x;
    float4 chosen;
    if (i < n) {
        chosen = p[i];
    } else {
        chosen = make_float4(0.0f, 0.0f, 0.0f, 0.0f);
    }
    float4 me = chosen;
    float3 acc = make_float3(0.0f, 0.0f, 0.0f);
    for (int base = 0; base < n; base += 32) {
        if ((unsigned int)base + threadIdx.x < (unsigned int)n) {
            tile[threadIdx.x] = p[(unsigned int)base + threadIdx.x];
        }
        __syncthreads();
        int m = min(32, n - base);
        for (int j = 0; j < m; j++) {
            float dx = tile[j].x - me.x;
            float dy = tile[j].y - me.y;
            float dz = tile[j].z - me.z;
            float r = rsqrtf(dx * dx + dy * dy + dz * dz + 0.01f);
            float f = tile[j].w * r * r * r;
            acc.x += f * dx;
            acc.y += f * dy;
            acc.z += f * dz;
        }
        __syncthreads();
    }
    if (i < n) {
        a[i] = acc;
    }
}
