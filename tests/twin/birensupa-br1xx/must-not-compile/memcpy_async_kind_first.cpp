// simt-dialects 6 T12 (stream before kind): suStream_t
#include <supa_runtime.h>
int memcpy_async_kind_first_main(void* d, const void* s, size_t n) {
#ifndef KP_CONTROL
    suMemcpyAsync(d, s, n, suMemcpyHostToDevice, (suStream_t)0);
#endif
    return 0;
}
