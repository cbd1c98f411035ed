// AMD's runtime as a member of a pack: a code object of one chip.
#include "kernelport_member.h"

#include <dlfcn.h>

#include <cstdio>
#include <vector>

namespace {

typedef void *handle;
constexpr int TO_DEVICE = 1, TO_HOST = 2;

int (*Init)(unsigned);
int (*DeviceGet)(int *, int);
int (*DeviceGetName)(char *, int, int);
int (*SetDevice)(int);
int (*DeviceSynchronize)();
int (*ModuleLoadData)(handle *, const void *);
int (*ModuleGetFunction)(handle *, handle, const char *);
int (*Malloc)(void **, size_t);
int (*Free)(void *);
int (*Memcpy)(void *, const void *, size_t, int);
int (*LaunchKernel)(handle, unsigned, unsigned, unsigned, unsigned, unsigned, unsigned, unsigned, handle, void **, void **);

std::vector<handle> functions;

void *library()
{
    for (const char *name : {"libamdhip64.so", "libamdhip64.so.6", "libamdhip64.so.5"})
        if (void *found = dlopen(name, RTLD_NOW | RTLD_LOCAL))
            return found;
    return nullptr;
}

bool open(const unsigned char *image, size_t, const kp_packed_kernel *kernels, uint32_t count, char *said, size_t room)
{
    void *hip = library();
    if (!hip || !find(hip, Init, "hipInit") || !find(hip, DeviceGet, "hipDeviceGet") || !find(hip, DeviceGetName, "hipDeviceGetName") || !find(hip, SetDevice, "hipSetDevice")
        || !find(hip, DeviceSynchronize, "hipDeviceSynchronize") || !find(hip, ModuleLoadData, "hipModuleLoadData") || !find(hip, ModuleGetFunction, "hipModuleGetFunction")
        || !find(hip, Malloc, "hipMalloc") || !find(hip, Free, "hipFree") || !find(hip, Memcpy, "hipMemcpy") || !find(hip, LaunchKernel, "hipModuleLaunchKernel")) {
        snprintf(said, room, "%s", hip ? "libamdhip64.so lacks a function" : "there is no libamdhip64.so");
        return false;
    }
    int device = 0, error = Init(0);
    handle module = nullptr;
    if (error || (error = DeviceGet(&device, 0)) || (error = SetDevice(device)) || (error = ModuleLoadData(&module, image))) {
        snprintf(said, room, "no device takes the code (%d)", error);
        return false;
    }
    for (uint32_t i = 0; i < count; i++) {
        functions.push_back(nullptr);
        if ((error = ModuleGetFunction(&functions.back(), module, kernels[i].name))) {
            snprintf(said, room, "the code has no kernel %s (%d)", kernels[i].name, error);
            return false;
        }
    }
    DeviceGetName(said, static_cast<int>(room), device);
    return true;
}

void *alloc(size_t size)
{
    void *at = nullptr;
    int error = Malloc(&at, size);
    if (error)
        kp_pack_fail(KP_NO_MEMORY, "hipMalloc", error);
    return error ? nullptr : at;
}

void release(void *memory)
{
    Free(memory);
}

int upload(void *to, const void *from, size_t size)
{
    int error = Memcpy(to, from, size, TO_DEVICE);
    return error ? kp_pack_fail(KP_DEVICE_ERROR, "hipMemcpy", error) : KP_OK;
}

int download(void *to, const void *from, size_t size)
{
    int error = Memcpy(to, from, size, TO_HOST);
    return error ? kp_pack_fail(KP_DEVICE_ERROR, "hipMemcpy", error) : KP_OK;
}

int launch(uint32_t kernel, const kp_launch *l, void **arguments)
{
    int error = LaunchKernel(functions[kernel], l->grid_x, l->grid_y, l->grid_z, l->block_x, l->block_y, l->block_z, static_cast<unsigned>(l->shared_bytes), nullptr, arguments, nullptr);
    if (!error)
        error = DeviceSynchronize();
    return error ? kp_pack_fail(KP_DEVICE_ERROR, "hipModuleLaunchKernel", error) : KP_OK;
}

} // namespace

extern const kp_member kp_member_amdgcn;
const kp_member kp_member_amdgcn = {"amdgcn", false, open, alloc, release, upload, download, launch};
