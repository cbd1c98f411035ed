// simt-dialects 4 (names of another vendor are not there): suMallocDevice
#include <cuda_runtime.h>
int foreign_sumallocdevice_main(void* d, const void* s, size_t n) {
#ifndef KP_CONTROL
    (void)sizeof(suMallocDevice);
#endif
    return 0;
}
