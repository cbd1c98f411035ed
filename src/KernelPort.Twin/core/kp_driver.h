// The main program of a kernel test: buffers in from a file, launches, buffers and symbols out to a file.
#pragma once
#include "kp_texture.h"

namespace kp {
namespace driver {

// A buffer as a kernel argument: becomes a pointer to whatever the parameter asks for.
struct buffer {
    void* data;
    size_t bytes;
    template <class T> operator T*() const { return static_cast<T*>(data); }
};

// A texture or surface over a buffer: becomes its object.
struct texture {
    buffer memory;
    host::texture_words* words;
    operator unsigned long long() const { return reinterpret_cast<unsigned long long>(words); }
    template <class T> operator T*() const { return reinterpret_cast<T*>(words); }
};

// A scalar or struct argument: F is a generic lambda that makes a value of the parameter's type.
template <class T> struct tag { typedef T type; };
template <class F> struct value { F make; };
template <class F> inline value<F> as_value(F f) { return value<F>{f}; }

// More special than the general conversion of kp_launch.h, found beside the argument's type.
template <class P, class F> inline P to_parameter(value<F>&& a) { return a.make(tag<P>()); }

void open(const char* in, const char* out);
buffer read_buffer(const char* name, size_t align);
texture read_texture(const char* name, const host::texture_words& words);
void write_record(const char* name, const char* type, const void* data, size_t bytes);
void write_buffer(const char* name, const buffer& b);
void write_buffer(const char* name, const texture& t);
int finish();

template <class T> struct element { typedef T type; };
template <class T> struct element<const T> : element<T> {};
template <class T> struct element<volatile T> : element<T> {};
template <class T, size_t N> struct element<T[N]> : element<T> {};
template <class T, size_t N> struct element<const T[N]> : element<T> {};
template <class T> auto scalar_of(int) -> tag<typename flat<T>::scalar>;
template <class T> auto scalar_of(...) -> tag<T>;

template <class T> struct type_name { static const char* get() { return "bytes"; } };
#define KP_NAME(T, n) template <> struct type_name<T> { static const char* get() { return n; } };
KP_NAME(bool, "bool")
KP_NAME(char, "char")
KP_NAME(signed char, "signed char")
KP_NAME(unsigned char, "unsigned char")
KP_NAME(short, "short")
KP_NAME(unsigned short, "unsigned short")
KP_NAME(int, "int")
KP_NAME(unsigned int, "unsigned int")
KP_NAME(long, "long long")
KP_NAME(unsigned long, "unsigned long long")
KP_NAME(long long, "long long")
KP_NAME(unsigned long long, "unsigned long long")
KP_NAME(float, "float")
KP_NAME(double, "double")
#undef KP_NAME

// Fills a symbol, element after element; a structure's members must all be of one scalar type (the vector types).
template <class T, class... V> inline void fill_symbol(T& symbol, V... values) {
    typedef typename element<T>::type E;
    typedef typename decltype(scalar_of<E>(0))::type S;
    S list[] = {static_cast<S>(values)...};
    static_assert(sizeof(list) <= sizeof(T), "more values than the symbol holds");
    memcpy(const_cast<char*>(reinterpret_cast<const volatile char*>(&symbol)), list, sizeof list);
}

template <class T> inline void write_symbol(const char* name, T& symbol) {
    typedef typename element<T>::type E;
    typedef typename decltype(scalar_of<E>(0))::type S;
    write_record(name, type_name<S>::get(), const_cast<const char*>(reinterpret_cast<const volatile char*>(&symbol)), sizeof(T));
}

} // namespace driver
} // namespace kp
