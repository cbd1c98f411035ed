// simt-dialects 2.5, fp8 types excluded: cuda_fp8.h
#ifndef KP_CONTROL
#include <cuda_fp8.h>
#endif
