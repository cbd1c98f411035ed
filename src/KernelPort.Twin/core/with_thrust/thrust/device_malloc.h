#pragma once
#include "../kp_thrust_algorithms.h"
