// npu-dialects 3.2 (no __constant__): __constant__
#include <simt_api/asc_simt.h>
#ifndef KP_CONTROL
__constant__ float table[4];
#endif
