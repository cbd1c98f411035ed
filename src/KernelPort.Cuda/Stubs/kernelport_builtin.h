#pragma once
// What every CUDA translation unit sees before its first line.
#include "stddef.h"
#include "limits.h"
#include "stdint.h"
#include "cuda_runtime.h"
