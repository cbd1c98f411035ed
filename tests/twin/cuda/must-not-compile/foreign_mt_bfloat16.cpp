// simt-dialects 4 (names of another vendor are not there): __mt_bfloat16
#include <cuda_runtime.h>
int foreign_mt_bfloat16_main(void* d, const void* s, size_t n) {
#ifndef KP_CONTROL
    (void)sizeof(__mt_bfloat16);
#endif
    return 0;
}
