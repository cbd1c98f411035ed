#include <cuda_runtime.h>

#include "../kernelport_compiled.h"

#include <cstdio>
#include <tuple>

// Names begin with kp_, for kernels may have any other.
// An argument as the kernel takes it; kernels are C++ of the vendor's, so that its compiler knows their types best.
template <unsigned I, class... P> static auto &kp_argument(void (*)(P...), void **arguments)
{
    return *static_cast<std::tuple_element_t<I, std::tuple<P...>> *>(arguments[I]);
}

static bool kp_open(char *said, size_t room)
{
    int count = 0;
    cudaError_t error = cudaGetDeviceCount(&count);
    if (error != cudaSuccess || count == 0) {
        snprintf(said, room, "no device: %s", error == cudaSuccess ? "there is none" : cudaGetErrorString(error));
        return false;
    }
    cudaDeviceProp device;
    error = cudaGetDeviceProperties(&device, 0);
    snprintf(said, room, "%s", error == cudaSuccess ? device.name : "a device that says no name");
    return true;
}

static void *kp_alloc(size_t size)
{
    void *memory = nullptr;
    return cudaMalloc(&memory, size) == cudaSuccess ? memory : nullptr;
}

static void kp_release(void *memory)
{
    (void)cudaFree(memory);
}

static int kp_upload(void *device, const void *host, size_t size)
{
    return (int)cudaMemcpy(device, host, size, cudaMemcpyHostToDevice);
}

static int kp_download(void *host, const void *device, size_t size)
{
    return (int)cudaMemcpy(host, device, size, cudaMemcpyDeviceToHost);
}

static const char *kp_words(int result)
{
    return cudaGetErrorString((cudaError_t)result);
}

static int kp_launch_kernel(uint32_t kp_index, const uint32_t *kp_grid, const uint32_t *kp_block, size_t kp_shared, void **kp_arguments)
{
    dim3 kp_blocks(kp_grid[0], kp_grid[1], kp_grid[2]), kp_threads(kp_block[0], kp_block[1], kp_block[2]);
    switch (kp_index) {
{launches}    }
    cudaError_t kp_error = cudaGetLastError();
    return (int)(kp_error != cudaSuccess ? kp_error : cudaDeviceSynchronize());
}

// A function's, for a constant of the file would be the device's too.
extern "C" const kp_compiled_member *kp_compiled(void)
{
    static const kp_compiled_member member = {kp_open, kp_alloc, kp_release, kp_upload, kp_download, kp_launch_kernel, kp_words};
    return &member;
}
