#pragma once
#include "hiprand_kernel.h"
