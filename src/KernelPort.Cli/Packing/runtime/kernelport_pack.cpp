// Picks a member and hands everything on to it.
#include "kernelport_member.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <string>

namespace {

std::mutex opening;
const kp_pack_entry *chosen;
std::string device;
thread_local std::string failure;

bool try_open(const kp_pack_entry &entry, std::string &why)
{
    char said[256] = "";
    bool open = entry.member->open(entry.image, entry.size, kp_pack_kernels, kp_pack_kernel_count, said, sizeof said);
    if (open) {
        chosen = &entry;
        device = std::string(entry.member->name) + ": " + said;
    } else {
        why += std::string(why.empty() ? "" : "; ") + entry.member->name + ": " + said;
    }
    return open;
}

const kp_member *member()
{
    return chosen || kp_pack_open(nullptr) == KP_OK ? chosen->member : nullptr;
}

bool cpu_open(const unsigned char *, size_t, const kp_packed_kernel *kernels, uint32_t count, char *said, size_t room)
{
    for (uint32_t i = 0; i < count; i++)
        if (!kernels[i].on_cpu) {
            snprintf(said, room, "the pack has no code for it");
            return false;
        }
    snprintf(said, room, "%d threads", kp_threads());
    return true;
}

int cpu_copy(void *to, const void *from, size_t size)
{
    memcpy(to, from, size);
    return KP_OK;
}

int cpu_launch(uint32_t kernel, const kp_launch *launch, void **arguments)
{
    // kp_run takes the arguments as a struct of them: each aligned as its size says.
    const kp_packed_kernel &packed = kp_pack_kernels[kernel];
    alignas(16) unsigned char memory[4096];
    size_t at = 0;
    for (uint32_t i = 0; i < packed.count; i++) {
        size_t size = packed.parameters[i].size;
        at = (at + size - 1) / size * size;
        if (at + size > sizeof memory)
            return kp_pack_fail(KP_NO_MEMORY, "too many arguments", packed.count);
        memcpy(memory + at, arguments[i], size);
        at += size;
    }
    int result = kp_run(packed.on_cpu, memory, launch);
    return result == KP_OK ? KP_OK : kp_pack_fail(result, kp_error_string(result), result);
}

void *cpu_alloc(size_t size)
{
    return aligned_alloc(256, (size + 255) / 256 * 256);
}

} // namespace

const kp_member kp_member_cpu = {"cpu", true, cpu_open, cpu_alloc, free, cpu_copy, cpu_copy, cpu_launch};

int kp_pack_fail(int result, const char *words, long code)
{
    failure = std::string(words) + " (" + std::to_string(code) + ")";
    return result;
}

int kp_pack_launch(uint32_t kernel, const kp_launch *launch, void **arguments)
{
    const kp_member *m = member();
    return m ? m->launch(kernel, launch, arguments) : KP_NO_DEVICE;
}

extern "C" {

int kp_pack_open(const char *wanted)
{
    std::lock_guard<std::mutex> lock(opening);
    if (!wanted || !*wanted)
        wanted = getenv("KP_DEVICE");
    bool named = wanted && *wanted;
    if (chosen)
        return !named || !strcmp(wanted, chosen->member->name) ? KP_OK : kp_pack_fail(KP_NO_DEVICE, "another member is open", 0);
    std::string why;
    for (int resort = 0; resort < 2; resort++)
        for (uint32_t i = 0; i < kp_pack_entry_count; i++) {
            const kp_pack_entry &entry = kp_pack_entries[i];
            if (named ? resort == 0 && !strcmp(wanted, entry.member->name) : entry.member->last_resort == (resort == 1))
                if (try_open(entry, why))
                    return KP_OK;
        }
    return kp_pack_fail(KP_NO_DEVICE, why.empty() ? "the pack has no such member" : why.c_str(), 0);
}

const char *kp_pack_device(void)
{
    return member() ? device.c_str() : "";
}

const char *kp_pack_error(void)
{
    return failure.c_str();
}

void *kp_pack_alloc(size_t size)
{
    const kp_member *m = member();
    return m && size ? m->alloc(size) : nullptr;
}

void kp_pack_free(void *memory)
{
    if (memory && chosen)
        chosen->member->release(memory);
}

int kp_pack_upload(void *to, const void *from, size_t size)
{
    const kp_member *m = member();
    return m ? m->upload(to, from, size) : KP_NO_DEVICE;
}

int kp_pack_download(void *to, const void *from, size_t size)
{
    const kp_member *m = member();
    return m ? m->download(to, from, size) : KP_NO_DEVICE;
}
}
