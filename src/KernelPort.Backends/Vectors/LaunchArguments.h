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

// A kernel as host text finds it: by its name in CUDA's text, with its arguments by address. A table ends with one without a name.
struct kp_kernel {
    const char* name;
    void (*launch)(kp_dim3 grid, kp_dim3 block, size_t bytes, kp_queue_t queue, void** arguments);
};
