// Kernels that an engine outside this process compiles. When one is first launched, its name, block size and parameters are said to the
// process that started this one (KP_KERNELS, a socket); what comes back is a library to call in place of the twin's own kernel, or a no.
#pragma once
#include "kp_launch.h"

#include <cxxabi.h>
#include <dlfcn.h>
#include <map>
#include <mutex>
#include <string>
#include <sys/socket.h>
#include <sys/un.h>
#include <tuple>
#include <typeinfo>
#include <unistd.h>
#include <vector>

namespace kp::elsewhere {

// As the runtime of the compiled kernels has it.
struct grid_launch {
    unsigned int grid[3], block[3];
    unsigned long long shared_bytes;
};
using run_function = int (*)(const void* kernel, const void* arguments, const grid_launch*);
using load_function = const void* (*)(const char* path, const char* symbol);

// What stands for parameters that have no name to call them by.
struct unnamed {};

class engine {
    int at = -1;
    run_function run = nullptr, run_apart = nullptr;
    load_function load_other = nullptr;
    std::mutex lock;
    std::map<std::tuple<std::string, unsigned int, unsigned int, unsigned int>, const void*> known;

    // A line there, a line back; nothing where nobody answers.
    std::string ask(const std::string& question) {
        std::string answer;
        if (at < 0 || write(at, question.data(), question.size()) != static_cast<ssize_t>(question.size())) return answer;
        for (char c; read(at, &c, 1) == 1 && c != '\n';) answer += c;
        return answer;
    }

    // "+LIBRARY SYMBOL", or a no.
    const void* load(const std::string& answer) {
        size_t space = answer.rfind(' ');
        if (answer.empty() || answer[0] != '+' || space == std::string::npos) return nullptr;
        std::string path = answer.substr(1, space - 1);
        const char* symbol = answer.c_str() + space + 1;
        if (load_other) {
            const void* kernel = load_other(path.c_str(), symbol);
            if (!kernel) fail(17, "a compiled kernel cannot be loaded");
            return kernel;
        }
        void* library = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
        if (!library) fail(17, "a compiled kernel cannot be loaded: %s", dlerror());
        return dlsym(library, symbol);
    }

public:
    engine() {
        const char *socket_path = getenv("KP_KERNELS"), *runtime = getenv("KP_KERNEL_RUNTIME");
        if (!socket_path || !runtime) return;
        void* library = dlopen(runtime, RTLD_NOW | RTLD_GLOBAL);
        if (!library) fail(17, "the runtime of compiled kernels cannot be loaded: %s", dlerror());
        run = reinterpret_cast<run_function>(dlsym(library, "kp_run"));
        run_apart = reinterpret_cast<run_function>(dlsym(library, "kp_run_apart"));
        // A runtime whose kernels are no libraries of the system's loads them itself.
        load_other = reinterpret_cast<load_function>(dlsym(library, "kp_load"));
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        strncpy(address.sun_path, socket_path, sizeof address.sun_path - 1);
        at = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        if (connect(at, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) at = -1;
    }

    // The kernel whose body has this type; null where the twin has to run it.
    const void* find(const std::type_info& body, const config& c, const std::string& parameters) {
        std::lock_guard<std::mutex> one(lock);
        const char* mangled = body.name() + (body.name()[0] == '*');
        auto [entry, is_new] = known.try_emplace({mangled, c.block.x, c.block.y, c.block.z}, nullptr);
        if (is_new) {
            int status;
            char* name = abi::__cxa_demangle(mangled, nullptr, nullptr, &status);
            entry->second = load(ask(std::string(name ? name : mangled) + '\t' + std::to_string(c.block.x) + '\t' + std::to_string(c.block.y) + '\t'
                                     + std::to_string(c.block.z) + '\t' + (c.steps ? "steps" : "") + '\t' + parameters + '\n'));
            free(name);
        }
        return entry->second;
    }

    void launch(const void* kernel, const config& c, const std::vector<char>& arguments) {
        grid_launch l{{c.grid.x, c.grid.y, c.grid.z}, {c.block.x, c.block.y, c.block.z}, c.shared};
        const int trapped = 5, not_cooperative = 7;
        if (int result = (c.cooperative ? run : run_apart)(kernel, arguments.data(), &l)) {
            if (result == trapped) fail(21, "trap");
            if (result == not_cooperative) fail(15, "grid-wide barrier in a launch that is not cooperative");
            fail(17, "a compiled kernel answers %d", result);
        }
    }
};
inline engine& the_engine() {
    static engine* e = new engine;
    return *e;
}

template <class P> inline void pack(std::vector<char>& to, std::string& layout, const P& p) {
    to.resize((to.size() + alignof(P) - 1) / alignof(P) * alignof(P));
    // By way of void: g++ takes no address of a restricted pointer to char's.
    const char* from = static_cast<const char*>((const void*)&p);
    to.insert(to.end(), from, from + sizeof p);
    layout += std::to_string(sizeof p) + ':' + std::to_string(alignof(P)) + ' ';
}
inline void pack(std::vector<char>&, std::string& layout, const unnamed&) { layout += "unnamed "; }

} // namespace kp::elsewhere

namespace kp {

// A launch as something to do, now or when a captured graph runs.
template <class F, class... P> inline auto grid_work(const config& c, const F& body, const P&... parameters) {
    std::vector<char> arguments;
    std::string layout;
    (elsewhere::pack(arguments, layout, parameters), ...);
    const void* kernel = elsewhere::the_engine().find(typeid(F), c, layout);
    return [c, body, kernel, arguments] {
        if (kernel) elsewhere::the_engine().launch(kernel, c, arguments);
        else run_body(c, body);
    };
}

} // namespace kp
