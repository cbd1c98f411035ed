// simt-dialects 9 (no implicit int to enum): cudaMemcpyKind
#include <cuda_runtime.h>
int kind_from_int_main(void* d, const void* s, size_t n) {
#ifndef KP_CONTROL
    cudaMemcpy(d, s, n, 1);
#endif
    return 0;
}
