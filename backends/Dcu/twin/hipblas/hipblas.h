#pragma once
#include "../hipblas.h"
