#pragma once
#include "../cooperative_groups.h"
#include "kp_group_algorithms.h"
