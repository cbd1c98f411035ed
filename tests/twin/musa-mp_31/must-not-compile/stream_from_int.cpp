// simt-dialects 9 (opaque handles): musaStream_t
#include <musa_runtime.h>
int stream_from_int_main(void* d, const void* s, size_t n) {
#ifndef KP_CONTROL
    musaStream_t x = 1; (void)x;
#endif
    return 0;
}
