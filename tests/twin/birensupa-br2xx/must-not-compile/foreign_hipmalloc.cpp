// simt-dialects 4 (names of another vendor are not there): hipMalloc
#include <supa_runtime.h>
int foreign_hipmalloc_main(void* d, const void* s, size_t n) {
#ifndef KP_CONTROL
    (void)sizeof(hipMalloc);
#endif
    return 0;
}
