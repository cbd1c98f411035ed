// What a member of a pack gives: a machine that is found by its runtime's library when the program runs. Nothing of a vendor is needed to build a pack.
#pragma once
#include "kernelport_pack.h"

#include <dlfcn.h>

struct kp_parameter {
    uint32_t size;
    uint32_t is_pointer;
};

struct kp_packed_kernel {
    const char *name;
    const kp_parameter *parameters;
    uint32_t count;
    const kp_kernel *on_cpu; // null where the pack has no code for the CPU
};

struct kp_member {
    const char *name;
    bool last_resort; // never picked by itself while another machine is here
    // true where the machine is here and takes the image; says the device's name, or why not
    bool (*open)(const unsigned char *image, size_t size, const kp_packed_kernel *kernels, uint32_t count, char *said, size_t room);
    void *(*alloc)(size_t size);
    void (*release)(void *memory);
    int (*upload)(void *device, const void *host, size_t size);
    int (*download)(void *host, const void *device, size_t size);
    int (*launch)(uint32_t kernel, const kp_launch *launch, void **arguments);
};

struct kp_pack_entry {
    const kp_member *member;
    const unsigned char *image;
    size_t size;
};

// What each pack defines.
extern const kp_packed_kernel kp_pack_kernels[];
extern const uint32_t kp_pack_kernel_count;
extern const kp_pack_entry kp_pack_entries[];
extern const uint32_t kp_pack_entry_count;

// Finds a function of a runtime's library.
template <typename T> bool find(void *library, T &function, const char *name)
{
    function = reinterpret_cast<T>(dlsym(library, name));
    return function != nullptr;
}

extern const kp_member kp_member_cpu;
int kp_pack_launch(uint32_t kernel, const kp_launch *launch, void **arguments);
int kp_pack_fail(int result, const char *words, long code);
