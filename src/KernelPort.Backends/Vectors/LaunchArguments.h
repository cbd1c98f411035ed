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
