// simt-dialects 4 (names of another vendor are not there): HIP_INF_F
#include <musa_runtime.h>
int foreign_hip_inf_f_main(void* d, const void* s, size_t n) {
#ifndef KP_CONTROL
    (void)sizeof(HIP_INF_F);
#endif
    return 0;
}
