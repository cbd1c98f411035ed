// Launches a kernel of a library over buffers that lie in a file, at the addresses they have in the process that asks.
#include "kernelport_cpu.h"
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <vector>

static void *find(const char *file, const char *symbol) {
    void *library = dlopen(file, RTLD_NOW | RTLD_GLOBAL);
    void *found = library ? dlsym(library, symbol) : nullptr;
    if (!found) std::fprintf(stderr, "%s\n", dlerror());
    return found;
}

int main(int, char **words) {
    enum { runtime = 1, kernels, symbol, file, address, length, numbers, arguments = numbers + 7 };
    void *at = reinterpret_cast<void *>(std::strtoull(words[address], nullptr, 10));
    if (mmap(at, std::strtoull(words[length], nullptr, 10), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_FIXED, open(words[file], O_RDWR), 0) != at) return 100;
    void *run = find(words[runtime], "kp_run");
    void *kernel = find(words[kernels], words[symbol]);
    if (!run || !kernel) return 101;
    unsigned long long n[7];
    for (int i = 0; i < 7; i++) n[i] = std::strtoull(words[numbers + i], nullptr, 10);
    kp_launch launch = {};
    launch.grid_x = static_cast<uint32_t>(n[0]); launch.grid_y = static_cast<uint32_t>(n[1]); launch.grid_z = static_cast<uint32_t>(n[2]);
    launch.block_x = static_cast<uint32_t>(n[3]); launch.block_y = static_cast<uint32_t>(n[4]); launch.block_z = static_cast<uint32_t>(n[5]);
    launch.shared_bytes = n[6];
    std::vector<unsigned char> packed;
    for (const char *hex = words[arguments]; hex[0] && hex[1]; hex += 2) {
        const char two[] = {hex[0], hex[1], 0};
        packed.push_back(static_cast<unsigned char>(std::strtoul(two, nullptr, 16)));
    }
    // As aligned as a struct of anything.
    void *copy = std::aligned_alloc(64, (packed.size() + 64) / 64 * 64);
    std::memcpy(copy, packed.data(), packed.size());
    return reinterpret_cast<int (*)(const kp_kernel *, const void *, const kp_launch *)>(run)(static_cast<const kp_kernel *>(kernel), copy, &launch);
}
