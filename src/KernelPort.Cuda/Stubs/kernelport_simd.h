#pragma once
// CUDA's SIMD functions on two halfwords or four bytes of a word (CUDA Math API, "SIMD Intrinsics"), as plain code; read where one is named.
#define __KP_SIMD(NAME, S, BITS, MASK, EXPRESSION)                                                                                                  \
    inline __device__ unsigned int NAME(unsigned int a, unsigned int b) {                                                                           \
        unsigned int r = 0u;                                                                                                                        \
        for (int i = 0; i < 32; i += BITS) {                                                                                                        \
            int x = (int)(S)(a >> i), y = (int)(S)(b >> i);                                                                                         \
            r |= ((unsigned int)(EXPRESSION) & MASK) << i;                                                                                          \
        }                                                                                                                                           \
        return r;                                                                                                                                   \
    }
#define __KP_SIMD_ONE(NAME, S, BITS, MASK, EXPRESSION)                                                                                              \
    inline __device__ unsigned int NAME(unsigned int a) {                                                                                           \
        unsigned int r = 0u;                                                                                                                        \
        for (int i = 0; i < 32; i += BITS) {                                                                                                        \
            int x = (int)(S)(a >> i);                                                                                                               \
            r |= ((unsigned int)(EXPRESSION) & MASK) << i;                                                                                          \
        }                                                                                                                                           \
        return r;                                                                                                                                   \
    }
#define __KP_SIMD_SUM(NAME, S, BITS)                                                                                                                \
    inline __device__ unsigned int NAME(unsigned int a, unsigned int b) {                                                                           \
        unsigned int r = 0u;                                                                                                                        \
        for (int i = 0; i < 32; i += BITS) {                                                                                                        \
            int x = (int)(S)(a >> i), y = (int)(S)(b >> i);                                                                                         \
            r += (unsigned int)(x > y ? x - y : y - x);                                                                                             \
        }                                                                                                                                           \
        return r;                                                                                                                                   \
    }
#define __KP_CLAMP(V, LOW, HIGH) ((V) < (LOW) ? (LOW) : (V) > (HIGH) ? (HIGH) : (V))
#define __KP_SIMD_COMPARE(WORD, S, N, BITS, MASK, OP)                                                                                               \
    __KP_SIMD(__vcmp##WORD##N, S, BITS, MASK, x OP y ? MASK : 0u)                                                                                   \
    __KP_SIMD(__vset##WORD##N, S, BITS, MASK, x OP y ? 1u : 0u)
#define __KP_SIMD_WIDTH(S, U, N, BITS, MASK, LOW, HIGH)                                                                                             \
    __KP_SIMD_ONE(__vabs##N, S, BITS, MASK, x < 0 ? -x : x)                                                                                         \
    __KP_SIMD_ONE(__vabsss##N, S, BITS, MASK, x < 0 ? __KP_CLAMP(-x, LOW, HIGH) : x)                                                                \
    __KP_SIMD_ONE(__vneg##N, S, BITS, MASK, -x)                                                                                                     \
    __KP_SIMD_ONE(__vnegss##N, S, BITS, MASK, __KP_CLAMP(-x, LOW, HIGH))                                                                            \
    __KP_SIMD(__vabsdiffs##N, S, BITS, MASK, x > y ? x - y : y - x)                                                                                 \
    __KP_SIMD(__vabsdiffu##N, U, BITS, MASK, x > y ? x - y : y - x)                                                                                 \
    __KP_SIMD(__vadd##N, U, BITS, MASK, x + y)                                                                                                      \
    __KP_SIMD(__vaddss##N, S, BITS, MASK, __KP_CLAMP(x + y, LOW, HIGH))                                                                             \
    __KP_SIMD(__vaddus##N, U, BITS, MASK, __KP_CLAMP(x + y, 0, (int)MASK))                                                                          \
    __KP_SIMD(__vsub##N, U, BITS, MASK, x - y)                                                                                                      \
    __KP_SIMD(__vsubss##N, S, BITS, MASK, __KP_CLAMP(x - y, LOW, HIGH))                                                                             \
    __KP_SIMD(__vsubus##N, U, BITS, MASK, __KP_CLAMP(x - y, 0, (int)MASK))                                                                          \
    __KP_SIMD(__vavgu##N, U, BITS, MASK, (x + y + 1) >> 1)                                                                                          \
    __KP_SIMD(__vhaddu##N, U, BITS, MASK, (x + y) >> 1)                                                                                             \
    __KP_SIMD(__vmaxs##N, S, BITS, MASK, x > y ? x : y)                                                                                             \
    __KP_SIMD(__vmaxu##N, U, BITS, MASK, x > y ? x : y)                                                                                             \
    __KP_SIMD(__vmins##N, S, BITS, MASK, x < y ? x : y)                                                                                             \
    __KP_SIMD(__vminu##N, U, BITS, MASK, x < y ? x : y)                                                                                             \
    __KP_SIMD_SUM(__vsads##N, S, BITS)                                                                                                              \
    __KP_SIMD_SUM(__vsadu##N, U, BITS)                                                                                                              \
    __KP_SIMD_COMPARE(eq, U, N, BITS, MASK, ==)                                                                                                     \
    __KP_SIMD_COMPARE(ne, U, N, BITS, MASK, !=)                                                                                                     \
    __KP_SIMD_COMPARE(ges, S, N, BITS, MASK, >=)                                                                                                    \
    __KP_SIMD_COMPARE(geu, U, N, BITS, MASK, >=)                                                                                                    \
    __KP_SIMD_COMPARE(gts, S, N, BITS, MASK, >)                                                                                                     \
    __KP_SIMD_COMPARE(gtu, U, N, BITS, MASK, >)                                                                                                     \
    __KP_SIMD_COMPARE(les, S, N, BITS, MASK, <=)                                                                                                    \
    __KP_SIMD_COMPARE(leu, U, N, BITS, MASK, <=)                                                                                                    \
    __KP_SIMD_COMPARE(lts, S, N, BITS, MASK, <)                                                                                                     \
    __KP_SIMD_COMPARE(ltu, U, N, BITS, MASK, <)
__KP_SIMD_WIDTH(short, unsigned short, 2, 16, 0xffffu, -32768, 32767)
__KP_SIMD_WIDTH(signed char, unsigned char, 4, 8, 0xffu, -128, 127)
// Halves of an odd sum go up, unless the sum is negative: then down.
__KP_SIMD(__vavgs2, short, 16, 0xffffu, x + y < 0 ? (x + y) >> 1 : (x + y + 1) >> 1)
__KP_SIMD(__vavgs4, signed char, 8, 0xffu, x + y < 0 ? (x + y) >> 1 : (x + y + 1) >> 1)
// Largest and smallest of three and of a sum (CUDA Math API, "DPX"); the sum wraps in its own width, and `relu` is never below zero.
#define __KP_DPX_MAX(A, B) ((A) < (B) ? (B) : (A))
#define __KP_DPX_MIN(A, B) ((B) < (A) ? (B) : (A))
#define __KP_DPX_WHOLE(NAME, T, EXPRESSION) inline __device__ T NAME(T x, T y, T z) { return EXPRESSION; }
#define __KP_DPX_HALVES(NAME, T, EXPRESSION)                                                                                                        \
    inline __device__ unsigned int NAME(unsigned int a, unsigned int b, unsigned int c) {                                                           \
        unsigned int r = 0u;                                                                                                                        \
        for (int i = 0; i < 32; i += 16) {                                                                                                          \
            T x = (T)(a >> i), y = (T)(b >> i), z = (T)(c >> i);                                                                                    \
            r |= ((unsigned int)(EXPRESSION) & 0xffffu) << i;                                                                                       \
        }                                                                                                                                           \
        return r;                                                                                                                                   \
    }
#define __KP_DPX(KIND, TYPE, T, SUM)                                                                                                                \
    KIND(__viaddmax_##TYPE, T, __KP_DPX_MAX(SUM, z))                                                                                                \
    KIND(__viaddmin_##TYPE, T, __KP_DPX_MIN(SUM, z))                                                                                                \
    KIND(__vimax3_##TYPE, T, __KP_DPX_MAX(__KP_DPX_MAX(x, y), z))                                                                                   \
    KIND(__vimin3_##TYPE, T, __KP_DPX_MIN(__KP_DPX_MIN(x, y), z))
#define __KP_DPX_RELU(KIND, TYPE, T, SUM)                                                                                                           \
    KIND(__viaddmax_##TYPE##_relu, T, __KP_DPX_MAX(__KP_DPX_MAX(SUM, z), (T)0))                                                                     \
    KIND(__viaddmin_##TYPE##_relu, T, __KP_DPX_MAX(__KP_DPX_MIN(SUM, z), (T)0))                                                                     \
    KIND(__vimax3_##TYPE##_relu, T, __KP_DPX_MAX(__KP_DPX_MAX(__KP_DPX_MAX(x, y), z), (T)0))                                                        \
    KIND(__vimin3_##TYPE##_relu, T, __KP_DPX_MAX(__KP_DPX_MIN(__KP_DPX_MIN(x, y), z), (T)0))
__KP_DPX(__KP_DPX_WHOLE, s32, int, (int)((unsigned int)x + (unsigned int)y))
__KP_DPX(__KP_DPX_WHOLE, u32, unsigned int, x + y)
__KP_DPX(__KP_DPX_HALVES, s16x2, short, (short)(x + y))
__KP_DPX(__KP_DPX_HALVES, u16x2, unsigned short, (unsigned short)(x + y))
__KP_DPX_RELU(__KP_DPX_WHOLE, s32, int, (int)((unsigned int)x + (unsigned int)y))
__KP_DPX_RELU(__KP_DPX_HALVES, s16x2, short, (short)(x + y))
