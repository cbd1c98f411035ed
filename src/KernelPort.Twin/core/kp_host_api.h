// The whole host runtime under a vendor's prefix. Before: KP_API(name), and what the vendor spells its own way (KP_API_PROP,
// KP_API_OUT_OF_MEMORY, KP_API_INVALID_HANDLE) or lacks (KP_API_NO_ASYNC_MALLOC).
#pragma once
#include "kp_host_graph.h"
