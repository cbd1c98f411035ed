#pragma once
#include "vector_types.h"
#include "driver_types.h"
#include "cuda_runtime_api.h"
#include "stdlib.h"
#include "math.h"
#include "time.h"
#include "string.h"
#include "stdio.h"
typedef unsigned int uint;
typedef unsigned short ushort;
typedef unsigned long ulong;
typedef unsigned char uchar;
