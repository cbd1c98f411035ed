// What the library of a compiled member gives: made by a vendor's compiler, loaded by the pack. Results are the runtime's own, 0 for success.
#pragma once
#include <stddef.h>
#include <stdint.h>

struct kp_compiled_member {
    bool (*open)(char *said, size_t room); // true where a device is; says its name, or why there is none
    void *(*alloc)(size_t size);
    void (*release)(void *memory);
    int (*upload)(void *device, const void *host, size_t size);
    int (*download)(void *host, const void *device, size_t size);
    int (*launch)(uint32_t kernel, const uint32_t *grid, const uint32_t *block, size_t shared_bytes, void **arguments);
    const char *(*words)(int result);
};

extern "C" const kp_compiled_member *kp_compiled(void);
