#include <cuda/barrier>
__global__ void k(int* p) {
    __shared__ cuda::barrier<cuda::thread_scope_block> ready;
    if (threadIdx.x == 0) init(&ready, blockDim.x);
    //                         ^ KP2900 a barrier of cuda::barrier's kind
    __syncthreads();
    ready.arrive_and_wait();
    // ^ KP2900 a barrier of cuda::barrier's kind
    p[threadIdx.x] = 1;
}
