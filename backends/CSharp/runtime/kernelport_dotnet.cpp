// The runtime of kernels that are .NET assemblies, in a program that knows nothing of .NET: the first kernel starts it in the program's process.
// It answers as the runtime of compiled kernels does (kernelport_cpu.h), and loads kernels itself.
#include <dlfcn.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace {

// As hostfxr.h and coreclr_delegates.h of .NET have them.
using initialize_function = int (*)(const char *config, const struct initialize_parameters *, void **handle);
using delegate_function = int (*)(void *handle, int type, void **function);
using close_function = int (*)(void *handle);
using load_function = int (*)(const char *assembly, void *context, void *reserved);
using find_function = int (*)(const char *type, const char *method, const char *delegate_type, void *context, void *reserved, void **function);
struct initialize_parameters {
    std::size_t size;
    const char *host_path, *dotnet_root;
};
constexpr int get_function_pointer = 6, load_assembly = 7;
const char *const unmanaged_callers_only = reinterpret_cast<const char *>(-1);

// As core/kp_elsewhere.h has it.
struct grid_launch {
    uint32_t grid[3], block[3];
    uint64_t shared_bytes;
};
using kernel_function = int (*)(const void *arguments, const uint32_t *grid, int32_t processors, int64_t shared_bytes, int32_t cooperative, void (*say)(const char *, int32_t, int32_t));

template <class F> F symbol(void *library, const char *name) { return reinterpret_cast<F>(dlsym(library, name)); }

struct dotnet {
    load_function load = nullptr;
    find_function find = nullptr;

    // Leaves both null, after having said why, where .NET does not start.
    explicit dotnet(const std::string &folder) {
        std::string config = folder + "/kernels.runtimeconfig.json";
        if (std::FILE *f = std::fopen(config.c_str(), "w")) {
            // Kernels are loops: their code is made whole at once, not first a slow form of it.
            std::fputs("{\"runtimeOptions\": {\"framework\": {\"name\": \"Microsoft.NETCore.App\", \"version\": \"" KP_DOTNET_VERSION "\"}, "
                       "\"configProperties\": {\"System.Globalization.Invariant\": true, \"System.Runtime.TieredCompilation.QuickJitForLoops\": false}}}\n", f);
            std::fclose(f);
        }
        void *host = dlopen(KP_HOST, RTLD_NOW | RTLD_LOCAL), *handle = nullptr;
        if (!host) {
            std::fprintf(stderr, ".NET cannot be loaded: %s\n", dlerror());
            return;
        }
        initialize_parameters parameters{sizeof parameters, nullptr, KP_DOTNET_ROOT};
        auto function = symbol<delegate_function>(host, "hostfxr_get_runtime_delegate");
        int result = symbol<initialize_function>(host, "hostfxr_initialize_for_runtime_config")(config.c_str(), &parameters, &handle);
        if (result == 0) result = function(handle, load_assembly, reinterpret_cast<void **>(&load));
        if (result == 0) result = function(handle, get_function_pointer, reinterpret_cast<void **>(&find));
        if (handle) symbol<close_function>(host, "hostfxr_close")(handle);
        if (result != 0) std::fprintf(stderr, ".NET does not start: 0x%x\n", unsigned(result));
    }
};

int32_t processors() {
    const char *threads = std::getenv("KP_THREADS");
    int n = threads ? std::atoi(threads) : 0;
    return n > 0 ? n : -1;
}

void say(const char *text, int32_t length, int32_t is_problem) {
    std::fwrite(text, 1, std::size_t(length), is_problem ? stderr : stdout);
    if (is_problem) std::fputc('\n', stderr);
}

int run(const void *kernel, const void *arguments, const grid_launch *l, int32_t cooperative) {
    static const int32_t threads = processors();
    return reinterpret_cast<kernel_function>(const_cast<void *>(kernel))(arguments, l->grid, threads, int64_t(l->shared_bytes), cooperative, say);
}

} // namespace

// The kernel of an assembly, by "TYPE,ASSEMBLY"; null where it cannot be loaded.
extern "C" const void *kp_load(const char *path, const char *type) {
    static const dotnet runtime(std::string(path).substr(0, std::string(path).rfind('/')));
    std::string name(type);
    name.replace(name.find(','), 1, ", ");
    void *function = nullptr;
    if (!runtime.find || runtime.load(path, nullptr, nullptr) != 0) return nullptr;
    return runtime.find(name.c_str(), "Launch", unmanaged_callers_only, nullptr, nullptr, &function) == 0 ? function : nullptr;
}

extern "C" int kp_run(const void *kernel, const void *arguments, const grid_launch *l) { return run(kernel, arguments, l, 1); }

extern "C" int kp_run_apart(const void *kernel, const void *arguments, const grid_launch *l) { return run(kernel, arguments, l, 0); }
