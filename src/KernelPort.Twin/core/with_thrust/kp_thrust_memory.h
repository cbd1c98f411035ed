// Thrust's pointers, vectors and references. Host and device memory are one here, so that a device pointer is a pointer that
// says where it points; device memory still has its guards.
#pragma once
#define THRUST_VERSION 200301 // as CUDA 12.4 brings it
#define THRUST_MAJOR_VERSION 2
#define THRUST_MINOR_VERSION 3
#include <algorithm>
#include <complex>
#include <functional>
#include <initializer_list>
#include <iterator>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <tuple>
#include <vector>

namespace thrust {

namespace policy {
struct any {
    template <class S> any on(S) const { return any(); }
    template <class A> any operator()(const A&) const { return any(); }
};
} // namespace policy
typedef policy::any execution_policy_any;
static const policy::any device{}, host{}, seq{};
namespace cuda {
static const policy::any par{}, par_nosync{};
}
namespace cuda_cub {
static const policy::any par{};
}
namespace hip {
static const policy::any par{}, par_nosync{};
}
namespace omp {
static const policy::any par{};
}
namespace system {
namespace cuda {
static const policy::any par{};
}
} // namespace system

template <class T> class device_ptr {
public:
    typedef typename std::remove_cv<T>::type value_type;
    typedef T& reference;
    typedef T* pointer;
    typedef ptrdiff_t difference_type;
    typedef std::random_access_iterator_tag iterator_category;
    device_ptr() : p_(nullptr) {}
    device_ptr(std::nullptr_t) : p_(nullptr) {}
    explicit device_ptr(T* p) : p_(p) {}
    template <class U, class = typename std::enable_if<std::is_convertible<U*, T*>::value>::type> device_ptr(const device_ptr<U>& o) : p_(o.get()) {}
    T* get() const { return p_; }
    T& operator*() const { return *p_; }
    T* operator->() const { return p_; }
    template <class N> T& operator[](N n) const { return p_[n]; }
    explicit operator bool() const { return p_ != nullptr; }
    device_ptr& operator++() { ++p_; return *this; }
    device_ptr operator++(int) { return device_ptr(p_++); }
    device_ptr& operator--() { --p_; return *this; }
    device_ptr operator--(int) { return device_ptr(p_--); }
    device_ptr& operator+=(ptrdiff_t n) { p_ += n; return *this; }
    device_ptr& operator-=(ptrdiff_t n) { p_ -= n; return *this; }
    friend device_ptr operator+(device_ptr a, ptrdiff_t n) { return device_ptr(a.p_ + n); }
    friend device_ptr operator+(ptrdiff_t n, device_ptr a) { return device_ptr(a.p_ + n); }
    friend device_ptr operator-(device_ptr a, ptrdiff_t n) { return device_ptr(a.p_ - n); }
    friend ptrdiff_t operator-(device_ptr a, device_ptr b) { return a.p_ - b.p_; }
    friend bool operator==(device_ptr a, device_ptr b) { return a.p_ == b.p_; }
    friend bool operator!=(device_ptr a, device_ptr b) { return a.p_ != b.p_; }
    friend bool operator<(device_ptr a, device_ptr b) { return a.p_ < b.p_; }
    friend bool operator<=(device_ptr a, device_ptr b) { return a.p_ <= b.p_; }
    friend bool operator>(device_ptr a, device_ptr b) { return a.p_ > b.p_; }

private:
    T* p_;
};
template <class T> inline T* raw_pointer_cast(T* p) { return p; }
template <class T> inline T* raw_pointer_cast(const device_ptr<T>& p) { return p.get(); }
template <class T> inline T& raw_reference_cast(T& r) { return r; }
template <class T> inline device_ptr<T> device_pointer_cast(T* p) { return device_ptr<T>(p); }
template <class T> inline device_ptr<T> device_pointer_cast(const device_ptr<T>& p) { return p; }
template <class T> inline device_ptr<T> device_malloc(size_t n) { return device_ptr<T>(static_cast<T*>(kp::allocate(n * sizeof(T), "thrust memory", 256))); }
template <class T> inline void device_free(device_ptr<T> p) { kp::release(const_cast<void*>(static_cast<const void*>(p.get()))); }
template <class T> using device_reference = T&;

namespace memory_of {
template <class T> struct device_allocator {
    typedef T value_type;
    device_allocator() = default;
    template <class U> device_allocator(const device_allocator<U>&) {}
    T* allocate(size_t n) {
        void* p = kp::allocate(n * sizeof(T), "thrust::device_vector", 256);
        if (!p) throw std::bad_alloc();
        return static_cast<T*>(p);
    }
    void deallocate(T* p, size_t) { kp::release(p); }
    template <class U> bool operator==(const device_allocator<U>&) const { return true; }
    template <class U> bool operator!=(const device_allocator<U>&) const { return false; }
};
// A vector of bool must have elements one can point to.
template <class T> struct element { typedef T type; };
template <> struct element<bool> { typedef unsigned char type; };
} // namespace memory_of
template <class T> using device_allocator = memory_of::device_allocator<T>;

template <class T, class A = memory_of::device_allocator<T>> class device_vector {
    typedef std::vector<T, memory_of::device_allocator<T>> store;

public:
    typedef T value_type;
    typedef device_ptr<T> iterator;
    typedef device_ptr<const T> const_iterator;
    typedef device_ptr<T> pointer;
    typedef T& reference;
    typedef size_t size_type;
    typedef ptrdiff_t difference_type;
    device_vector() = default;
    device_vector(const device_vector&) = default;
    device_vector(device_vector&&) = default;
    device_vector& operator=(const device_vector&) = default;
    device_vector& operator=(device_vector&&) = default;
    explicit device_vector(size_t n) : v_(n) {}
    device_vector(size_t n, const T& x) : v_(n, x) {}
    template <class I, class = typename std::iterator_traits<I>::iterator_category> device_vector(I from, I to) : v_(from, to) {}
    device_vector(std::initializer_list<T> l) : v_(l) {}
    template <class U, class B> device_vector(const std::vector<U, B>& o) : v_(o.begin(), o.end()) {}
    template <class U, class B> device_vector& operator=(const std::vector<U, B>& o) {
        v_.assign(o.begin(), o.end());
        return *this;
    }
    template <class U, class B> operator std::vector<U, B>() const { return std::vector<U, B>(v_.begin(), v_.end()); }
    iterator begin() { return iterator(v_.data()); }
    iterator end() { return iterator(v_.data() + v_.size()); }
    const_iterator begin() const { return const_iterator(v_.data()); }
    const_iterator end() const { return const_iterator(v_.data() + v_.size()); }
    const_iterator cbegin() const { return begin(); }
    const_iterator cend() const { return end(); }
    std::reverse_iterator<iterator> rbegin() { return std::reverse_iterator<iterator>(end()); }
    std::reverse_iterator<iterator> rend() { return std::reverse_iterator<iterator>(begin()); }
    pointer data() { return begin(); }
    const_iterator data() const { return begin(); }
    T& operator[](size_t i) { return v_[i]; }
    const T& operator[](size_t i) const { return v_[i]; }
    T& front() { return v_.front(); }
    T& back() { return v_.back(); }
    const T& back() const { return v_.back(); }
    size_t size() const { return v_.size(); }
    size_t capacity() const { return v_.capacity(); }
    bool empty() const { return v_.empty(); }
    void resize(size_t n) { v_.resize(n); }
    void resize(size_t n, const T& x) { v_.resize(n, x); }
    void reserve(size_t n) { v_.reserve(n); }
    void clear() { v_.clear(); }
    void shrink_to_fit() { v_.shrink_to_fit(); }
    void push_back(const T& x) { v_.push_back(x); }
    void pop_back() { v_.pop_back(); }
    void swap(device_vector& o) { v_.swap(o.v_); }
    void assign(size_t n, const T& x) { v_.assign(n, x); }
    template <class I, class = typename std::iterator_traits<I>::iterator_category> void assign(I from, I to) { v_.assign(from, to); }
    iterator erase(iterator from, iterator to) {
        auto at = v_.erase(v_.begin() + (from - begin()), v_.begin() + (to - begin()));
        return begin() + (at - v_.begin());
    }
    iterator erase(iterator at) { return erase(at, at + 1); }
    iterator insert(iterator at, const T& x) { return begin() + (v_.insert(v_.begin() + (at - begin()), x) - v_.begin()); }
    template <class I> void insert(iterator at, I from, I to) { v_.insert(v_.begin() + (at - begin()), from, to); }
    friend bool operator==(const device_vector& a, const device_vector& b) { return a.v_ == b.v_; }
    friend bool operator!=(const device_vector& a, const device_vector& b) { return a.v_ != b.v_; }

private:
    store v_;
};

template <class T, class A = std::allocator<T>> class host_vector : public std::vector<T> {
public:
    using std::vector<T>::vector;
    host_vector() = default;
    template <class U, class B> host_vector(const device_vector<U, B>& o) : std::vector<T>(o.begin(), o.end()) {}
    template <class U, class B> host_vector& operator=(const device_vector<U, B>& o) {
        this->assign(o.begin(), o.end());
        return *this;
    }
};
template <class T> inline void swap(device_vector<T>& a, device_vector<T>& b) { a.swap(b); }

template <class... T> using tuple = std::tuple<T...>;
template <class A, class B> using pair = std::pair<A, B>;
template <size_t I, class T> using tuple_element = std::tuple_element<I, T>;
template <class T> using tuple_size = std::tuple_size<T>;
using std::get;
using std::make_pair;
using std::make_tuple;
using std::tie;
struct system_error : std::runtime_error {
    using std::runtime_error::runtime_error;
};
using std::distance;
using std::advance;
template <class I> using iterator_traits = std::iterator_traits<I>;
template <class I> struct iterator_difference { typedef typename std::iterator_traits<I>::difference_type type; };
template <class I> struct iterator_value { typedef typename std::iterator_traits<I>::value_type type; };

} // namespace thrust
