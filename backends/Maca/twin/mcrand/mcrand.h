#pragma once
#include "mcrand_kernel.h"
