// simt-dialects 4 (const void* needed): const void*
#include <hip/hip_runtime.h>
int func_set_attribute_main(void* d, const void* s, size_t n) {
#ifndef KP_CONTROL
    struct K { static void k() {} }; hipFuncSetAttribute(K::k, hipFuncAttributeMaxDynamicSharedMemorySize, 1);
#endif
    return 0;
}
