// A member whose kernels a vendor's compiler made into a library of its own, which is looked for beside the pack when the program runs.
#include "kernelport_compiled.h"
#include "kernelport_member.h"

#include <cstdio>
#include <string>

namespace {

const char *const library_name = "{library}";
const kp_compiled_member *compiled;

std::string beside_the_pack()
{
    Dl_info here;
    std::string path = dladdr(&compiled, &here) && here.dli_fname ? here.dli_fname : "";
    size_t end = path.rfind('/');
    return (end == std::string::npos ? "" : path.substr(0, end + 1)) + library_name;
}

bool open(const unsigned char *, size_t, const kp_packed_kernel *, uint32_t, char *said, size_t room)
{
    void *library = dlopen(beside_the_pack().c_str(), RTLD_NOW | RTLD_LOCAL);
    if (!library) {
        snprintf(said, room, "%s; build_{name}.sh makes it where the vendor's compiler is", dlerror());
        return false;
    }
    decltype(&kp_compiled) give;
    if (!find(library, give, "kp_compiled")) {
        snprintf(said, room, "%s is no member of a pack", library_name);
        return false;
    }
    compiled = give();
    return compiled->open(said, room);
}

int result_of(int error)
{
    return error == 0 ? KP_OK : kp_pack_fail(KP_DEVICE_ERROR, compiled->words(error), error);
}

void *alloc(size_t size)
{
    void *memory = compiled->alloc(size);
    if (!memory)
        kp_pack_fail(KP_NO_MEMORY, "no memory", 0);
    return memory;
}

void release(void *memory)
{
    compiled->release(memory);
}

int upload(void *device, const void *host, size_t size)
{
    return result_of(compiled->upload(device, host, size));
}

int download(void *host, const void *device, size_t size)
{
    return result_of(compiled->download(host, device, size));
}

int launch(uint32_t kernel, const kp_launch *launch, void **arguments)
{
    const uint32_t grid[] = {launch->grid_x, launch->grid_y, launch->grid_z}, block[] = {launch->block_x, launch->block_y, launch->block_z};
    return result_of(compiled->launch(kernel, grid, block, launch->shared_bytes, arguments));
}

} // namespace

extern const kp_member kp_member_{name} = {"{name}", false, open, alloc, release, upload, download, launch};
