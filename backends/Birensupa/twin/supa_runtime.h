// One name, two generations that must not be mixed (simt-dialects 0, finding 4; trap T41): the profile chooses.
#pragma once
#if defined(KP_SUPA_BR1XX)
#include "br1xx_runtime.h"
#elif defined(KP_SUPA_BR2XX)
#include "br2xx_runtime.h"
#else
#error "say which generation: br1xx or br2xx"
#endif
// The guards of the vendor's own headers: programs ask for them.
#define __SUPA_RUNTIME_H__
#define __SUPA_DRIVER_TYPES_H__
