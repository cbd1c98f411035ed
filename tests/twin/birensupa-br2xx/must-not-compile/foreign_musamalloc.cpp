// simt-dialects 4 (names of another vendor are not there): musaMalloc
#include <supa_runtime.h>
int foreign_musamalloc_main(void* d, const void* s, size_t n) {
#ifndef KP_CONTROL
    (void)sizeof(musaMalloc);
#endif
    return 0;
}
