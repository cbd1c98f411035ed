// Device memory: each allocation ends at a page that faults, lies behind one that faults, and starts out poisoned.
#pragma once
#include "kp_shared.h"

namespace kp {

struct allocation {
    char* map;
    size_t map_bytes;
    char* data;
    size_t bytes;
    const char* name;
    bool live, read_only, host;
};

// Null where there is no such memory.
void* allocate(size_t bytes, const char* name, size_t align);
// A freed range stays mapped without rights, so that a later use faults. False where no allocation begins there.
bool release(void* p);

// All allocations stand still while one of these lives.
struct memory_lock {
    memory_lock();
    ~memory_lock();
};
allocation* find_allocation(const void* p);
size_t device_bytes_in_use();

void check_all_canaries();

void install_thread_stack();
void install_handlers();

} // namespace kp
