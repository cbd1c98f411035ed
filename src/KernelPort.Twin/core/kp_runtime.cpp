// The runtime of a twin: one object for all programs of a target. The system's headers come first: a vendor's may take words away
// (BR1xx: double).
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <vector>
#include <link.h>
#include <signal.h>
#include <stdarg.h>
#include <sys/mman.h>
#include <unistd.h>
#include "kp_twin_prelude.h"

#include "kp_fiber.cpp"
#include "kp_block.cpp"
#include "kp_shared.cpp"
#include "kp_memory.cpp"
#include "kp_grid.cpp"
#include "kp_workers.cpp"
#include "kp_launch.cpp"
#ifdef KP_RACES
#include "kp_races.cpp"
#endif
#ifdef KP_LOCK_STEP
#include "kp_lock_step.cpp"
#endif
#ifdef KP_INSTRUMENTED
#include "kp_instrumented.cpp"
#endif
#ifndef KP_PROGRAM
#include "kp_driver.cpp"
#endif
