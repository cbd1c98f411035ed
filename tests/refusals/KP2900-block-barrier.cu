#include <cuda/barrier>
__global__ void k(int* p) {
    __shared__ cuda::barrier<cuda::thread_scope_block> ready;
    if (threadIdx.x == 0) init(&ready, blockDim.x);
    __syncthreads();
    if (threadIdx.x > 4) ready.arrive_and_drop();
    //                         ^ KP2900 a barrier that threads leave (arrive_and_drop)
    p[threadIdx.x] = 1;
}
