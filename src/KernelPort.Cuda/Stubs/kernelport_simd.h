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
