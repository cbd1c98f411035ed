// A pointer that becomes the one a kernel declares.
struct kp_pointer {
    const void* at;
    template <class T> operator T*() const { return static_cast<T*>(const_cast<void*>(at)); }
};

// A structure of the host's that becomes the kernel's own, which has the same bytes by another name.
struct kp_bytes {
    const void* at;
    size_t size;
    template <class T> kp_bytes(const T& value) : at(&value), size(sizeof(T)) {}
    kp_bytes(const void* at, size_t size) : at(at), size(size) {}
    template <class T> operator T() const {
        T argument;
        if (sizeof(T) != size) {
            fprintf(stderr, "kernel argument: a structure of %zu bytes, where the kernel has one of %zu\n", size, sizeof(T));
            abort();
        }
        memcpy(&argument, at, size);
        return argument;
    }
};

// A kernel as host text finds it: by its name in CUDA's text and, where its text is for one size of blocks, that size; none of x is any. It takes its arguments by
// address; null where several kernels have the name. A table ends with one without a name.
struct kp_kernel {
    const char* name;
    kp_dim3 block;
    void (*launch)(kp_dim3 grid, kp_dim3 block, size_t bytes, kp_queue_t queue, void** arguments);
};

// A variable of file scope: memory on each device that asks where it is, with what the CUDA text gives it at first. Freed before the runtime ends.
class kp_variable {
public:
    explicit kp_variable(size_t size, std::initializer_list<uint8_t> initial = {}) : bytes(initial)
    {
        bytes.resize(size);
        kp_device();
    }
    ~kp_variable()
    {
        for (const auto& one : copies) kp_free_on(one.first, one.second);
    }
    void* address()
    {
        void*& here = copies[kp_device()];
        if (here == nullptr) here = kp_to_device(bytes.data(), bytes.size());
        return here;
    }

private:
    std::vector<uint8_t> bytes;
    std::map<int, void*> copies;
};

// Text for one size of blocks computes nothing for another.
inline void kp_check_block(const char* kernel, kp_dim3 block, kp_dim3 made_for)
{
    if (block.x == made_for.x && block.y == made_for.y && block.z == made_for.z) return;
    fprintf(stderr, "kernel %s: launched with blocks of (%u, %u, %u), its text is for (%u, %u, %u)\n", kernel, block.x, block.y, block.z, made_for.x, made_for.y, made_for.z);
    exit(1);
}
