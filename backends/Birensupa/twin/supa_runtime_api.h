#pragma once
#include "supa_runtime.h"
