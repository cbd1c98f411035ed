// simt-dialects 9 (opaque handles): mcStream_t
#include <mcr/mc_runtime.h>
int stream_from_int_main(void* d, const void* s, size_t n) {
#ifndef KP_CONTROL
    mcStream_t x = 1; (void)x;
#endif
    return 0;
}
