// simt-dialects 6 T41 (two APIs): suStream_t
#include <supa_runtime.h>
int other_generation_stream_main(void* d, const void* s, size_t n) {
#ifndef KP_CONTROL
    suStream_t x; (void)x;
#endif
    return 0;
}
