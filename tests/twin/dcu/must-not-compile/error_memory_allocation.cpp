// simt-dialects 2.2 (hipErrorOutOfMemory instead): hipErrorMemoryAllocation
#include <hip/hip_runtime.h>
int error_memory_allocation_main(void* d, const void* s, size_t n) {
#ifndef KP_CONTROL
    return hipErrorMemoryAllocation;
#endif
    return 0;
}
