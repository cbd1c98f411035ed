// The most used calls of a vendor's BLAS, column by column and in order. Before: KP_BLAS(name) its functions and types,
// KP_BLAS_ENUM(name) its constants, the host runtime.
#pragma once
#include <math.h>

enum KP_BLAS(Status_t) { KP_BLAS_ENUM(STATUS_SUCCESS) = 0, KP_BLAS_ENUM(STATUS_NOT_INITIALIZED) = 1, KP_BLAS_ENUM(STATUS_ALLOC_FAILED) = 3, KP_BLAS_ENUM(STATUS_INVALID_VALUE) = 7,
                         KP_BLAS_ENUM(STATUS_ARCH_MISMATCH) = 8, KP_BLAS_ENUM(STATUS_MAPPING_ERROR) = 11, KP_BLAS_ENUM(STATUS_EXECUTION_FAILED) = 13,
                         KP_BLAS_ENUM(STATUS_INTERNAL_ERROR) = 14, KP_BLAS_ENUM(STATUS_NOT_SUPPORTED) = 15 };
enum KP_BLAS(Operation_t) { KP_BLAS_ENUM(OP_N) = 0, KP_BLAS_ENUM(OP_T) = 1, KP_BLAS_ENUM(OP_C) = 2 };
enum KP_BLAS(PointerMode_t) { KP_BLAS_ENUM(POINTER_MODE_HOST) = 0, KP_BLAS_ENUM(POINTER_MODE_DEVICE) = 1 };
enum KP_BLAS(FillMode_t) { KP_BLAS_ENUM(FILL_MODE_LOWER) = 0, KP_BLAS_ENUM(FILL_MODE_UPPER) = 1 };
struct KP_BLAS(Context) { KP_API(Stream_t) stream; };
typedef KP_BLAS(Context)* KP_BLAS(Handle_t);
#define KP_DONE return KP_BLAS_ENUM(STATUS_SUCCESS)
inline KP_BLAS(Status_t) KP_BLAS(Create)(KP_BLAS(Handle_t)* h) {
    *h = new KP_BLAS(Context)();
    KP_DONE;
}
inline KP_BLAS(Status_t) KP_BLAS(Destroy)(KP_BLAS(Handle_t) h) {
    delete h;
    KP_DONE;
}
inline KP_BLAS(Status_t) KP_BLAS(SetStream)(KP_BLAS(Handle_t) h, KP_API(Stream_t) s) {
    h->stream = s;
    KP_DONE;
}
inline KP_BLAS(Status_t) KP_BLAS(SetPointerMode)(KP_BLAS(Handle_t), KP_BLAS(PointerMode_t)) { KP_DONE; } // both kinds of pointer can be read here
inline KP_BLAS(Status_t) KP_BLAS(SetVector)(int n, int size, const void* x, int incx, void* y, int incy) {
    for (int i = 0; i < n; i++) memcpy(static_cast<char*>(y) + static_cast<size_t>(i) * incy * size, static_cast<const char*>(x) + static_cast<size_t>(i) * incx * size, size);
    KP_DONE;
}
inline KP_BLAS(Status_t) KP_BLAS(GetVector)(int n, int size, const void* x, int incx, void* y, int incy) { return KP_BLAS(SetVector)(n, size, x, incx, y, incy); }
inline KP_BLAS(Status_t) KP_BLAS(SetMatrix)(int rows, int columns, int size, const void* a, int lda, void* b, int ldb) {
    for (int j = 0; j < columns; j++) memcpy(static_cast<char*>(b) + static_cast<size_t>(j) * ldb * size, static_cast<const char*>(a) + static_cast<size_t>(j) * lda * size, static_cast<size_t>(rows) * size);
    KP_DONE;
}
inline KP_BLAS(Status_t) KP_BLAS(GetMatrix)(int rows, int columns, int size, const void* a, int lda, void* b, int ldb) { return KP_BLAS(SetMatrix)(rows, columns, size, a, lda, b, ldb); }

namespace kp {
namespace blas {
template <class T> inline void gemm(bool ta, bool tb, int m, int n, int k, T alpha, const T* a, int lda, const T* b, int ldb, T beta, T* c, int ldc) {
    std::vector<T> column(m);
    for (int j = 0; j < n; j++) {
        std::fill(column.begin(), column.end(), T(0));
        for (int p = 0; p < k; p++) {
            T v = tb ? b[j + static_cast<size_t>(p) * ldb] : b[p + static_cast<size_t>(j) * ldb];
            if (ta)
                for (int i = 0; i < m; i++) column[i] += a[p + static_cast<size_t>(i) * lda] * v;
            else
                for (int i = 0; i < m; i++) column[i] += a[i + static_cast<size_t>(p) * lda] * v;
        }
        T* to = c + static_cast<size_t>(j) * ldc;
        for (int i = 0; i < m; i++) to[i] = alpha * column[i] + (beta == T(0) ? T(0) : beta * to[i]);
    }
}
} // namespace blas
} // namespace kp

#define KP_BLAS_TYPE(L, T)                                                                                 \
    inline KP_BLAS(Status_t) KP_BLAS(L##gemm)(KP_BLAS(Handle_t), KP_BLAS(Operation_t) ta, KP_BLAS(Operation_t) tb, int m, int n, int k, const T* alpha, const T* a, int lda, \
                                              const T* b, int ldb, const T* beta, T* c, int ldc) {         \
        kp::blas::gemm<T>(ta != 0, tb != 0, m, n, k, *alpha, a, lda, b, ldb, *beta, c, ldc);               \
        KP_DONE;                                                                                           \
    }                                                                                                      \
    inline KP_BLAS(Status_t) KP_BLAS(L##gemmStridedBatched)(KP_BLAS(Handle_t), KP_BLAS(Operation_t) ta, KP_BLAS(Operation_t) tb, int m, int n, int k, const T* alpha, const T* a, \
                                                            int lda, long long sa, const T* b, int ldb, long long sb, const T* beta, T* c, int ldc, long long sc, int count) {    \
        for (int i = 0; i < count; i++) kp::blas::gemm<T>(ta != 0, tb != 0, m, n, k, *alpha, a + i * sa, lda, b + i * sb, ldb, *beta, c + i * sc, ldc);                             \
        KP_DONE;                                                                                           \
    }                                                                                                      \
    inline KP_BLAS(Status_t) KP_BLAS(L##gemv)(KP_BLAS(Handle_t), KP_BLAS(Operation_t) t, int m, int n, const T* alpha, const T* a, int lda, const T* x, int incx, const T* beta,   \
                                              T* y, int incy) {                                            \
        int rows = t != 0 ? n : m, inner = t != 0 ? m : n;                                                 \
        for (int i = 0; i < rows; i++) {                                                                   \
            T s = 0;                                                                                       \
            for (int p = 0; p < inner; p++) s += (t != 0 ? a[p + static_cast<size_t>(i) * lda] : a[i + static_cast<size_t>(p) * lda]) * x[static_cast<ptrdiff_t>(p) * incx];       \
            y[static_cast<ptrdiff_t>(i) * incy] = *alpha * s + (*beta == T(0) ? T(0) : *beta * y[static_cast<ptrdiff_t>(i) * incy]);                                              \
        }                                                                                                  \
        KP_DONE;                                                                                           \
    }                                                                                                      \
    inline KP_BLAS(Status_t) KP_BLAS(L##axpy)(KP_BLAS(Handle_t), int n, const T* alpha, const T* x, int incx, T* y, int incy) {                                                  \
        for (int i = 0; i < n; i++) y[static_cast<ptrdiff_t>(i) * incy] += *alpha * x[static_cast<ptrdiff_t>(i) * incx];                                                         \
        KP_DONE;                                                                                           \
    }                                                                                                      \
    inline KP_BLAS(Status_t) KP_BLAS(L##dot)(KP_BLAS(Handle_t), int n, const T* x, int incx, const T* y, int incy, T* r) {                                                       \
        T s = 0;                                                                                           \
        for (int i = 0; i < n; i++) s += x[static_cast<ptrdiff_t>(i) * incx] * y[static_cast<ptrdiff_t>(i) * incy];                                                              \
        *r = s;                                                                                            \
        KP_DONE;                                                                                           \
    }                                                                                                      \
    inline KP_BLAS(Status_t) KP_BLAS(L##nrm2)(KP_BLAS(Handle_t), int n, const T* x, int incx, T* r) {      \
        double s = 0;                                                                                      \
        for (int i = 0; i < n; i++) s += static_cast<double>(x[static_cast<ptrdiff_t>(i) * incx]) * static_cast<double>(x[static_cast<ptrdiff_t>(i) * incx]);                    \
        *r = static_cast<T>(sqrt(s));                                                                      \
        KP_DONE;                                                                                           \
    }                                                                                                      \
    inline KP_BLAS(Status_t) KP_BLAS(L##asum)(KP_BLAS(Handle_t), int n, const T* x, int incx, T* r) {      \
        T s = 0;                                                                                           \
        for (int i = 0; i < n; i++) s += static_cast<T>(fabs(static_cast<double>(x[static_cast<ptrdiff_t>(i) * incx])));                                                         \
        *r = s;                                                                                            \
        KP_DONE;                                                                                           \
    }                                                                                                      \
    inline KP_BLAS(Status_t) KP_BLAS(L##scal)(KP_BLAS(Handle_t), int n, const T* alpha, T* x, int incx) {  \
        for (int i = 0; i < n; i++) x[static_cast<ptrdiff_t>(i) * incx] *= *alpha;                         \
        KP_DONE;                                                                                           \
    }                                                                                                      \
    inline KP_BLAS(Status_t) KP_BLAS(L##copy)(KP_BLAS(Handle_t), int n, const T* x, int incx, T* y, int incy) {                                                                  \
        for (int i = 0; i < n; i++) y[static_cast<ptrdiff_t>(i) * incy] = x[static_cast<ptrdiff_t>(i) * incx];                                                                   \
        KP_DONE;                                                                                           \
    }
KP_BLAS_TYPE(S, float)
KP_BLAS_TYPE(D, double)
#undef KP_BLAS_TYPE
#undef KP_DONE
