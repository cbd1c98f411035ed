// hazard dcu:gfx906: KP4015 line 5
// hazard maca: KP4015 line 5
#include <cuda_fp16.h>
__global__ void add(half2* sums, half2 v, half* single) {
    atomicAdd(&sums[threadIdx.x], v);
    atomicAdd(single, v.x);
}
