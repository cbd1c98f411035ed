// NVIDIA's driver as a member of a pack: PTX, compiled by the driver when the program runs.
#include "kernelport_member.h"

#include <dlfcn.h>

#include <cstdio>
#include <vector>

namespace {

typedef void *handle;

int (*Init)(unsigned);
int (*DeviceGet)(int *, int);
int (*DeviceGetName)(char *, int, int);
int (*DevicePrimaryCtxRetain)(handle *, int);
int (*CtxSetCurrent)(handle);
int (*CtxSynchronize)();
int (*ModuleLoadData)(handle *, const void *);
int (*ModuleGetFunction)(handle *, handle, const char *);
int (*MemAlloc)(uint64_t *, size_t);
int (*MemFree)(uint64_t);
int (*MemcpyHtoD)(uint64_t, const void *, size_t);
int (*MemcpyDtoH)(void *, uint64_t, size_t);
int (*LaunchKernel)(handle, unsigned, unsigned, unsigned, unsigned, unsigned, unsigned, unsigned, handle, void **, void **);

handle context;
std::vector<handle> functions;

bool open(const unsigned char *image, size_t, const kp_packed_kernel *kernels, uint32_t count, char *said, size_t room)
{
    void *library = dlopen("libcuda.so.1", RTLD_NOW | RTLD_LOCAL);
    if (!library || !find(library, Init, "cuInit") || !find(library, DeviceGet, "cuDeviceGet") || !find(library, DeviceGetName, "cuDeviceGetName")
        || !find(library, DevicePrimaryCtxRetain, "cuDevicePrimaryCtxRetain") || !find(library, CtxSetCurrent, "cuCtxSetCurrent") || !find(library, CtxSynchronize, "cuCtxSynchronize")
        || !find(library, ModuleLoadData, "cuModuleLoadData") || !find(library, ModuleGetFunction, "cuModuleGetFunction") || !find(library, MemAlloc, "cuMemAlloc_v2")
        || !find(library, MemFree, "cuMemFree_v2") || !find(library, MemcpyHtoD, "cuMemcpyHtoD_v2") || !find(library, MemcpyDtoH, "cuMemcpyDtoH_v2") || !find(library, LaunchKernel, "cuLaunchKernel")) {
        snprintf(said, room, "%s", library ? "libcuda.so.1 lacks a function" : "there is no libcuda.so.1");
        return false;
    }
    int device = 0, error = Init(0);
    handle module = nullptr;
    if (error || (error = DeviceGet(&device, 0)) || (error = DevicePrimaryCtxRetain(&context, device)) || (error = CtxSetCurrent(context)) || (error = ModuleLoadData(&module, image))) {
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
    uint64_t at = 0;
    CtxSetCurrent(context);
    int error = MemAlloc(&at, size);
    if (error)
        kp_pack_fail(KP_NO_MEMORY, "cuMemAlloc", error);
    return reinterpret_cast<void *>(at);
}

void release(void *memory)
{
    CtxSetCurrent(context);
    MemFree(reinterpret_cast<uint64_t>(memory));
}

int upload(void *to, const void *from, size_t size)
{
    CtxSetCurrent(context);
    int error = MemcpyHtoD(reinterpret_cast<uint64_t>(to), from, size);
    return error ? kp_pack_fail(KP_DEVICE_ERROR, "cuMemcpyHtoD", error) : KP_OK;
}

int download(void *to, const void *from, size_t size)
{
    CtxSetCurrent(context);
    int error = MemcpyDtoH(to, reinterpret_cast<uint64_t>(from), size);
    return error ? kp_pack_fail(KP_DEVICE_ERROR, "cuMemcpyDtoH", error) : KP_OK;
}

int launch(uint32_t kernel, const kp_launch *l, void **arguments)
{
    CtxSetCurrent(context);
    int error = LaunchKernel(functions[kernel], l->grid_x, l->grid_y, l->grid_z, l->block_x, l->block_y, l->block_z, static_cast<unsigned>(l->shared_bytes), nullptr, arguments, nullptr);
    if (!error)
        error = CtxSynchronize();
    return error ? kp_pack_fail(KP_DEVICE_ERROR, "cuLaunchKernel", error) : KP_OK;
}

} // namespace

extern const kp_member kp_member_nvptx64;
const kp_member kp_member_nvptx64 = {"nvptx64", false, open, alloc, release, upload, download, launch};
