// gather_and_cube.cu for cuda, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void corners(cudaTextureObject_t image, float4 *out)
{
    float4 texel = tex2Dgather<float4>(image, (float)threadIdx.x + 1.0f, 1.0f, 0);
    out[threadIdx.x] = texel;
}

__global__ void look(cudaTextureObject_t sky, int *out)
{
    float x[6];
    x[0] = 1.0f;
    x[1] = (float)-1;
    x[2] = 0.0f;
    x[3] = 0.0f;
    x[4] = 0.0f;
    x[5] = 0.0f;
    float y[6];
    y[0] = 0.0f;
    y[1] = 0.0f;
    y[2] = 1.0f;
    y[3] = (float)-1;
    y[4] = 0.0f;
    y[5] = 0.0f;
    float z[6];
    z[0] = 0.0f;
    z[1] = 0.0f;
    z[2] = 0.0f;
    z[3] = 0.0f;
    z[4] = 1.0f;
    z[5] = (float)-1;
    int texel = texCubemap<int>(sky, x[threadIdx.x], y[threadIdx.x], z[threadIdx.x]);
    out[threadIdx.x] = texel;
}

__global__ void turn(cudaTextureObject_t sky, int *out)
{
    float x[4];
    x[0] = 1.0f;
    x[1] = 1.0f;
    x[2] = -0.5f;
    x[3] = 0.5f;
    float y[4];
    y[0] = 0.5f;
    y[1] = -0.5f;
    y[2] = (float)-1;
    y[3] = 0.5f;
    float z[4];
    z[0] = -0.5f;
    z[1] = 0.5f;
    z[2] = 0.5f;
    z[3] = (float)-1;
    int texel = texCubemap<int>(sky, x[threadIdx.x], y[threadIdx.x], z[threadIdx.x]);
    out[threadIdx.x] = texel;
}
