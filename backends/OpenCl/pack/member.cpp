// OpenCL as a member of a pack: the source is compiled by the device's own compiler when the program runs. A device that is a CPU is taken only by name.
#include "kernelport_member.h"

#include <dlfcn.h>
#include <sys/mman.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace {

typedef void *handle;
constexpr int32_t SUCCESS = 0;
constexpr uint64_t ANY = 0xFFFFFFFF, PROCESSOR = 2;

// OpenCL 1.2's functions, by name from the library that is there.
int32_t (*GetPlatformIDs)(uint32_t, handle *, uint32_t *);
int32_t (*GetDeviceIDs)(handle, uint64_t, uint32_t, handle *, uint32_t *);
int32_t (*GetDeviceInfo)(handle, uint32_t, size_t, void *, size_t *);
handle (*CreateContext)(const intptr_t *, uint32_t, const handle *, void *, void *, int32_t *);
handle (*CreateCommandQueue)(handle, handle, uint64_t, int32_t *);
handle (*CreateProgramWithSource)(handle, uint32_t, const char **, const size_t *, int32_t *);
int32_t (*BuildProgram)(handle, uint32_t, const handle *, const char *, void *, void *);
handle (*CreateKernel)(handle, const char *, int32_t *);
handle (*CreateBuffer)(handle, uint64_t, size_t, void *, int32_t *);
int32_t (*ReleaseMemObject)(handle);
int32_t (*EnqueueWriteBuffer)(handle, handle, uint32_t, size_t, size_t, const void *, uint32_t, const handle *, handle *);
int32_t (*EnqueueReadBuffer)(handle, handle, uint32_t, size_t, size_t, void *, uint32_t, const handle *, handle *);
int32_t (*SetKernelArg)(handle, uint32_t, size_t, const void *);
int32_t (*EnqueueNDRangeKernel)(handle, handle, uint32_t, const size_t *, const size_t *, const size_t *, uint32_t, const handle *, handle *);
int32_t (*Finish)(handle);

handle context, queue;
std::vector<handle> kernels;
const kp_packed_kernel *described;
std::mutex lock;

// Memory has an address of ours, so that pointers can be compared and moved; nothing lies there.
struct Memory {
    size_t size;
    handle buffer;
};
std::map<uintptr_t, Memory> memories;

bool load(char *said, size_t room)
{
    void *library = dlopen("libOpenCL.so.1", RTLD_NOW | RTLD_LOCAL);
    bool all = library && find(library, GetPlatformIDs, "clGetPlatformIDs") && find(library, GetDeviceIDs, "clGetDeviceIDs") && find(library, GetDeviceInfo, "clGetDeviceInfo")
        && find(library, CreateContext, "clCreateContext") && find(library, CreateCommandQueue, "clCreateCommandQueue") && find(library, CreateProgramWithSource, "clCreateProgramWithSource")
        && find(library, BuildProgram, "clBuildProgram") && find(library, CreateKernel, "clCreateKernel") && find(library, CreateBuffer, "clCreateBuffer")
        && find(library, ReleaseMemObject, "clReleaseMemObject") && find(library, EnqueueWriteBuffer, "clEnqueueWriteBuffer") && find(library, EnqueueReadBuffer, "clEnqueueReadBuffer")
        && find(library, SetKernelArg, "clSetKernelArg") && find(library, EnqueueNDRangeKernel, "clEnqueueNDRangeKernel") && find(library, Finish, "clFinish");
    if (!all)
        snprintf(said, room, "%s", library ? "libOpenCL.so.1 lacks a function" : "there is no libOpenCL.so.1");
    return all;
}

bool open(const unsigned char *image, size_t size, const kp_packed_kernel *list, uint32_t count, char *said, size_t room)
{
    if (!load(said, room))
        return false;
    const char *wanted = getenv("KP_DEVICE");
    bool named = wanted && !strcmp(wanted, "opencl");
    handle platforms[16], device = nullptr;
    uint32_t n = 0;
    if (GetPlatformIDs(16, platforms, &n) != SUCCESS)
        n = 0;
    for (uint32_t i = 0; i < n && i < 16 && !device; i++) {
        handle devices[16];
        uint32_t m = 0;
        if (GetDeviceIDs(platforms[i], ANY, 16, devices, &m) != SUCCESS)
            continue;
        for (uint32_t j = 0; j < m && j < 16 && !device; j++) {
            uint64_t type = 0;
            GetDeviceInfo(devices[j], 0x1000, sizeof type, &type, nullptr);
            if (named || !(type & PROCESSOR))
                device = devices[j];
        }
    }
    if (!device) {
        snprintf(said, room, "no device but processors, which are taken by KP_DEVICE=opencl only");
        return false;
    }
    int32_t error = 0;
    GetDeviceInfo(device, 0x102B, room, said, nullptr);
    context = CreateContext(nullptr, 1, &device, nullptr, nullptr, &error);
    queue = context ? CreateCommandQueue(context, device, 0, &error) : nullptr;
    const char *text = reinterpret_cast<const char *>(image);
    handle program = queue ? CreateProgramWithSource(context, 1, &text, &size, &error) : nullptr;
    if (!program || (error = BuildProgram(program, 1, &device, "", nullptr, nullptr)) != SUCCESS) {
        snprintf(said, room, "the device's compiler refuses the source (%d)", error);
        return false;
    }
    for (uint32_t i = 0; i < count; i++) {
        kernels.push_back(CreateKernel(program, list[i].name, &error));
        if (!kernels.back()) {
            snprintf(said, room, "the program has no kernel %s (%d)", list[i].name, error);
            return false;
        }
    }
    described = list;
    return true;
}

void *alloc(size_t size)
{
    int32_t error = 0;
    handle buffer = CreateBuffer(context, 1, size, nullptr, &error);
    void *address = buffer ? mmap(nullptr, size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) : MAP_FAILED;
    if (address == MAP_FAILED) {
        kp_pack_fail(KP_NO_MEMORY, "no memory", error);
        return nullptr;
    }
    std::lock_guard<std::mutex> held(lock);
    memories[reinterpret_cast<uintptr_t>(address)] = {size, buffer};
    return address;
}

void release(void *address)
{
    std::lock_guard<std::mutex> held(lock);
    auto found = memories.find(reinterpret_cast<uintptr_t>(address));
    if (found != memories.end()) {
        ReleaseMemObject(found->second.buffer);
        munmap(address, found->second.size);
        memories.erase(found);
    }
}

// The memory an address lies in, and where in it.
const Memory *locate(const void *address, size_t size, size_t &offset)
{
    auto at = reinterpret_cast<uintptr_t>(address);
    auto next = memories.upper_bound(at);
    if (next == memories.begin())
        return nullptr;
    --next;
    offset = at - next->first;
    return offset + size <= next->second.size ? &next->second : nullptr;
}

int upload(void *to, const void *from, size_t size)
{
    std::lock_guard<std::mutex> held(lock);
    size_t offset = 0;
    const Memory *memory = locate(to, size, offset);
    if (!memory)
        return kp_pack_fail(KP_BAD_POINTER, "the memory is not the pack's", 0);
    int32_t error = EnqueueWriteBuffer(queue, memory->buffer, 1, offset, size, from, 0, nullptr, nullptr);
    return error == SUCCESS ? KP_OK : kp_pack_fail(KP_DEVICE_ERROR, "clEnqueueWriteBuffer", error);
}

int download(void *to, const void *from, size_t size)
{
    std::lock_guard<std::mutex> held(lock);
    size_t offset = 0;
    const Memory *memory = locate(from, size, offset);
    if (!memory)
        return kp_pack_fail(KP_BAD_POINTER, "the memory is not the pack's", 0);
    int32_t error = EnqueueReadBuffer(queue, memory->buffer, 1, offset, size, to, 0, nullptr, nullptr);
    return error == SUCCESS ? KP_OK : kp_pack_fail(KP_DEVICE_ERROR, "clEnqueueReadBuffer", error);
}

int launch(uint32_t index, const kp_launch *l, void **arguments)
{
    std::lock_guard<std::mutex> held(lock);
    const kp_packed_kernel &kernel = described[index];
    if (!l->grid_x || !l->grid_y || !l->grid_z)
        return kp_pack_fail(KP_BAD_GRID, "a size of zero", 0);
    for (uint32_t i = 0; i < kernel.count; i++) {
        int32_t error;
        if (kernel.parameters[i].is_pointer) {
            const void *pointer = *static_cast<void **>(arguments[i]);
            size_t offset = 0;
            const Memory *memory = pointer ? locate(pointer, 1, offset) : nullptr;
            if (pointer && (!memory || offset))
                return kp_pack_fail(KP_BAD_POINTER, memory ? "a pointer into the middle of memory" : "the memory is not the pack's", i);
            error = SetKernelArg(kernels[index], i, sizeof(handle), memory ? &memory->buffer : nullptr);
        } else {
            error = SetKernelArg(kernels[index], i, kernel.parameters[i].size, arguments[i]);
        }
        if (error != SUCCESS)
            return kp_pack_fail(KP_DEVICE_ERROR, "clSetKernelArg", error);
    }
    size_t local[3] = {l->block_x, l->block_y, l->block_z};
    size_t global[3] = {size_t(l->grid_x) * l->block_x, size_t(l->grid_y) * l->block_y, size_t(l->grid_z) * l->block_z};
    int32_t error = EnqueueNDRangeKernel(queue, kernels[index], 3, nullptr, global, local, 0, nullptr, nullptr);
    if (error == SUCCESS)
        error = Finish(queue);
    return error == SUCCESS ? KP_OK : kp_pack_fail(KP_DEVICE_ERROR, "clEnqueueNDRangeKernel", error);
}

} // namespace

extern const kp_member kp_member_opencl;
const kp_member kp_member_opencl = {"opencl", false, open, alloc, release, upload, download, launch};
