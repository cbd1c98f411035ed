// BR1xx has the header; a tile's sync brings the whole warp together there (simt-dialects 2.3), which a program that is right cannot tell.
#pragma once
#include "supa_runtime.h"
#ifndef KP_SUPA_BR1XX
#error "BR2xx has no supa_cooperative_groups.h (simt-dialects 2.3)"
#endif
#include "kp_groups.h"
