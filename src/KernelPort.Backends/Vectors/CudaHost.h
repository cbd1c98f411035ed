// What CUDA's compiler gives host text without being asked: its words, of which none means anything here, vectors, and kernels that are launched.
#include <cxxabi.h>
#include <map>
#include <math.h>
#include <memory>
#include <string>
#include <type_traits>
#include <typeinfo>
#include <utility>
#include <vector>

#define __global__
#define __host__
#define __device__
#define __constant__
#define __shared__
#define __grid_constant__
#define __launch_bounds__(...)
#define __forceinline__ inline
#define __noinline__
#define __align__(n) __attribute__((aligned(n)))
#define CUDART_CB
// By which headers of CUDA's samples tell that the runtime is there.
#define __CUDA_RUNTIME_H__
#define __DRIVER_TYPES_H__

// Host text may name it and use none of it.
namespace cooperative_groups {
}

#define KP_VECTORS(T, N, A2, A4) \
    struct N##1 { T x; }; \
    struct alignas(A2) N##2 { T x, y; }; \
    struct N##3 { T x, y, z; }; \
    struct alignas(A4) N##4 { T x, y, z, w; }; \
    inline N##1 make_##N##1(T x) { return {x}; } \
    inline N##2 make_##N##2(T x, T y) { return {x, y}; } \
    inline N##3 make_##N##3(T x, T y, T z) { return {x, y, z}; } \
    inline N##4 make_##N##4(T x, T y, T z, T w) { return {x, y, z, w}; }
KP_VECTORS(signed char, char, 2, 4)
KP_VECTORS(unsigned char, uchar, 2, 4)
KP_VECTORS(short, short, 4, 8)
KP_VECTORS(unsigned short, ushort, 4, 8)
KP_VECTORS(int, int, 8, 16)
KP_VECTORS(unsigned, uint, 8, 16)
KP_VECTORS(long, long, 16, 16)
KP_VECTORS(unsigned long, ulong, 16, 16)
KP_VECTORS(long long, longlong, 16, 16)
KP_VECTORS(unsigned long long, ulonglong, 16, 16)
KP_VECTORS(float, float, 8, 16)
KP_VECTORS(double, double, 16, 16)
#undef KP_VECTORS

// CUDA's have both operands of one type, or of two that C++ would convert.
template <class A, class B> inline typename std::common_type<A, B>::type min(A a, B b) { return a < b ? a : b; }
template <class A, class B> inline typename std::common_type<A, B>::type max(A a, B b) { return a < b ? b : a; }
inline float rsqrtf(float x) { return 1.0f / sqrtf(x); }
inline double rsqrt(double x) { return 1.0 / sqrt(x); }

// The name of a kernel in one form, whether a C++ compiler wrote it or KernelPort: without blanks, suffixes of numbers, the types of enumerators,
// and the namespaces that the arguments of templates are from; const in front of what it belongs to.
inline std::string kp_plain_name(const std::string& name)
{
    static const std::string unnamed = "(anonymous namespace)::";
    std::vector<std::string> words;
    size_t depth = 0;
    const auto is_word = [](char c) { return isalnum((unsigned char)c) || c == '_' || c == '$'; };
    for (size_t i = 0; i < name.size();) {
        if (name.compare(i, unnamed.size(), unnamed) == 0) {
            i += unnamed.size();
        } else if (is_word(name[i])) {
            size_t end = i;
            while (end < name.size() && is_word(name[end])) ++end;
            std::string word = name.substr(i, end - i);
            if (isdigit((unsigned char)word[0])) word.erase(word.find_last_not_of("uUlL") + 1);
            i = end;
            if (word == "const" && !words.empty() && (is_word(words.back()[0]) || words.back() == ">")) {
                size_t at = words.size() - 1, open = 0;
                for (; words[at] == ">" || open > 0; --at) open += words[at] == ">" ? 1 : words[at] == "<" ? -1 : 0;
                while (at > 0 && (words[at - 1] == "unsigned" || words[at - 1] == "signed" || words[at - 1] == "long" || words[at - 1] == "short")) --at;
                words.insert(words.begin() + at, word);
            } else {
                words.push_back(word);
            }
        } else if (name.compare(i, 2, "::") == 0) {
            if (depth > 0 && !words.empty()) words.pop_back();
            else words.push_back("::");
            i += 2;
        } else if (depth > 0 && name[i] == '(' && name.find(')', i) != std::string::npos) {
            i = name.find(')', i) + 1;
        } else {
            depth += name[i] == '<' ? 1 : name[i] == '>' ? -1 : 0;
            if (name[i] != ' ') words.push_back(std::string(1, name[i]));
            ++i;
        }
    }
    std::string plain;
    for (const std::string& word : words) plain += word;
    return plain;
}

// The kernel that a type was declared in.
inline std::string kp_kernel_around(const std::type_info& type)
{
    int status = 0;
    char* demangled = abi::__cxa_demangle(type.name(), nullptr, nullptr, &status);
    std::string name = demangled != nullptr ? demangled : type.name();
    free(demangled);
    name.erase(name.rfind("::"));
    if (!name.empty() && name.back() == ')') {
        size_t at = name.size(), depth = 0;
        do {
            --at;
            depth += name[at] == ')' ? 1 : name[at] == '(' ? -1 : 0;
        } while (at > 0 && depth > 0);
        name.erase(at);
    }
    return kp_plain_name(name);
}

// Each unit of the program has one: kernels of the same name may be in several.
static const char kp_this_unit = 0;

struct kp_known_kernel {
    const void* unit;
    std::string name;
    kp_kernel kernel;
};
struct kp_registry {
    std::vector<kp_known_kernel> kernels;
    std::map<const void*, void* (*)()> variables;
};
inline kp_registry& kp_known()
{
    static kp_registry known;
    return known;
}

// What a unit's kernels are launched by, made known when the program starts.
struct kp_known_kernels {
    kp_known_kernels(const void* unit, const kp_kernel* kernels)
    {
        for (; kernels->name != nullptr; ++kernels) kp_known().kernels.push_back({unit, kp_plain_name(kernels->name), *kernels});
    }
};

// Where the device has what the host declares beside it.
struct kp_known_variable {
    kp_known_variable(const void* host, void* (*address)()) { kp_known().variables[host] = address; }
};
inline void* kp_address_of_symbol(const void* host)
{
    const auto at = kp_known().variables.find(host);
    if (at != kp_known().variables.end()) return at->second();
    fprintf(stderr, "no kernel that was made uses this variable of the device\n");
    exit(1);
}

struct kp_launch_shape {
    bool is_set = false;
    kp_dim3 grid, block;
    size_t bytes = 0;
    kp_queue_t queue = nullptr;
};
inline kp_launch_shape& kp_next_launch()
{
    static thread_local kp_launch_shape shape;
    return shape;
}

// The first half of a launch: the shape, taken down; the call of the kernel is the second.
inline void kp_configure(kp_dim3 grid, kp_dim3 block, size_t bytes = 0, kp_queue_t queue = nullptr)
{
    kp_launch_shape& next = kp_next_launch();
    next.is_set = true;
    next.grid = grid;
    next.block = block;
    next.bytes = bytes;
    next.queue = queue;
}

static const char* const kp_other_block = "no text was made for blocks of this size";

// 'kernelport run' makes what is missing and starts the program again: a size of blocks, the kernel, and whether it has a text for another size.
inline void kp_want_block(const std::string& kernel, const kp_launch_shape& shape, bool has_others)
{
    const char* path = shape.is_set ? getenv("KP_WANTED_BLOCKS") : nullptr;
    FILE* file = path ? fopen(path, "a") : nullptr;
    if (file == nullptr) return;
    fprintf(file, "%u %u %u %c %s\n", shape.block.x, shape.block.y, shape.block.z, has_others ? 's' : 'n', kernel.c_str());
    fclose(file);
}

inline void kp_launch_by_name(const void* unit, const std::type_info& in_kernel, void** arguments)
{
    const kp_launch_shape shape = kp_next_launch();
    kp_next_launch() = kp_launch_shape();
    const std::string name = kp_kernel_around(in_kernel);
    const char* why = shape.is_set ? "no text was made for it" : "called like a function";
    // The unit's own first: what stands in a header is the same in all.
    for (int own = 1; shape.is_set && own >= 0; --own) {
        for (const kp_known_kernel& known : kp_known().kernels) {
            const kp_dim3 block = known.kernel.block;
            if (known.name != name || (own && known.unit != unit)) continue;
            if (known.kernel.launch == nullptr) {
                why = "several kernels have this name";
            } else if (block.x == 0 || (block.x == shape.block.x && block.y == shape.block.y && block.z == shape.block.z)) {
                return known.kernel.launch(shape.grid, shape.block, shape.bytes, shape.queue, arguments);
            } else {
                why = kp_other_block;
            }
        }
    }
    kp_want_block(name, shape, why == kp_other_block);
    fprintf(stderr, "kernel %s, blocks of (%u, %u, %u): %s\n", name.c_str(), shape.block.x, shape.block.y, shape.block.z, why);
    exit(1);
}

// The body of every kernel of the host's text.
template <class... A> inline void kp_launch_kernel(const void* unit, const std::type_info& in_kernel, A&... arguments)
{
    void* at[] = {const_cast<void*>(static_cast<const volatile void*>(std::addressof(arguments)))..., nullptr};
    kp_launch_by_name(unit, in_kernel, at);
}
