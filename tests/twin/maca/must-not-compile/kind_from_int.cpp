// simt-dialects 9 (no implicit int to enum): mcMemcpyKind
#include <mcr/mc_runtime.h>
int kind_from_int_main(void* d, const void* s, size_t n) {
#ifndef KP_CONTROL
    mcMemcpy(d, s, n, 1);
#endif
    return 0;
}
