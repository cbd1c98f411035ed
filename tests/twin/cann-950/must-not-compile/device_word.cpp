// npu-dialects 3.2 (__aicore__): __device__
#include <simt_api/asc_simt.h>
#ifndef KP_CONTROL
__device__ float twice(float x) { return 2 * x; }
#endif
