// hazard birensupa:br1xx: KP4014 line 6
#include <cuda_runtime.h>
int main() {
    float *host, *device;
    cudaHostAlloc((void**)&host, 64, cudaHostAllocMapped);
    cudaHostGetDevicePointer((void**)&device, host, 0);
    cudaFreeHost(host);
}
