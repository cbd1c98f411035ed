// simt-dialects 5 (no library for a profiler's marks): nvToolsExt.h
#include <cuda_runtime.h>
#ifndef KP_CONTROL
#include <nvToolsExt.h>
#endif
