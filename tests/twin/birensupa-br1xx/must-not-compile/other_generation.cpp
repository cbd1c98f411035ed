// simt-dialects 6 T41 (two APIs): supaMalloc
#include <supa_runtime.h>
int other_generation_main(void* d, const void* s, size_t n) {
#ifndef KP_CONTROL
    float* x; supaMalloc(&x, n);
#endif
    return 0;
}
