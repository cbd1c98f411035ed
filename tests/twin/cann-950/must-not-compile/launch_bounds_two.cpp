// npu-dialects 3.2 (one argument): __launch_bounds__
#include <simt_api/asc_simt.h>
#ifndef KP_CONTROL
__global__ __launch_bounds__(256, 2) void two(float* p) { p[0] = 1; }
#endif
