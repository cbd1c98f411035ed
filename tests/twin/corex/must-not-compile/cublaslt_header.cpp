// simt-dialects 2.5, cublasLt excluded: cublasLt.h
#ifndef KP_CONTROL
#include <cublasLt.h>
#endif
