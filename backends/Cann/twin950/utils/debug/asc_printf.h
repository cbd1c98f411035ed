// Printing from kernels (npu-dialects 3.2).
#pragma once
#include <stdio.h>
