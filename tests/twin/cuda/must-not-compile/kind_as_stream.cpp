// simt-dialects 9 (opaque handles): cudaMemcpyKind
#include <cuda_runtime.h>
int kind_as_stream_main(void* d, const void* s, size_t n) {
#ifndef KP_CONTROL
    cudaMemcpyAsync(d, s, n, (cudaStream_t)0, cudaMemcpyHostToDevice);
#endif
    return 0;
}
