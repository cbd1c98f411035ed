// simt-dialects 2.3 (kind before stream): supaMemcpyKind
#include <supa_runtime.h>
int memcpy_async_stream_first_main(void* d, const void* s, size_t n) {
#ifndef KP_CONTROL
    supaMemcpyAsync(d, s, n, (supaStream_t)0, supaMemcpyHostToDevice);
#endif
    return 0;
}
