// Complex numbers as pairs, in the form of CUDA's cuComplex.h under a vendor's prefix. Before: KP_COMPLEX(name), which spells a
// function or type, and KP_MAKE_COMPLEX(name), which spells a maker.
#pragma once
#include "kp_launch.h"
#include <math.h>

#define KP_COMPLEX_TYPE(C, S, V, F, hypotenuse)                                                                              \
    typedef ::kp::V KP_COMPLEX(C);                                                                                           \
    inline KP_COMPLEX(C) KP_MAKE_COMPLEX(C)(S r, S i) { return KP_COMPLEX(C){r, i}; }                                        \
    inline S KP_COMPLEX(Creal##F)(KP_COMPLEX(C) a) { return a.x; }                                                           \
    inline S KP_COMPLEX(Cimag##F)(KP_COMPLEX(C) a) { return a.y; }                                                           \
    inline KP_COMPLEX(C) KP_COMPLEX(Conj##F)(KP_COMPLEX(C) a) { return KP_COMPLEX(C){a.x, -a.y}; }                           \
    inline KP_COMPLEX(C) KP_COMPLEX(Cadd##F)(KP_COMPLEX(C) a, KP_COMPLEX(C) b) { return KP_COMPLEX(C){a.x + b.x, a.y + b.y}; } \
    inline KP_COMPLEX(C) KP_COMPLEX(Csub##F)(KP_COMPLEX(C) a, KP_COMPLEX(C) b) { return KP_COMPLEX(C){a.x - b.x, a.y - b.y}; } \
    inline KP_COMPLEX(C) KP_COMPLEX(Cmul##F)(KP_COMPLEX(C) a, KP_COMPLEX(C) b) {                                             \
        return KP_COMPLEX(C){a.x * b.x - a.y * b.y, a.x * b.y + a.y * b.x};                                                  \
    }                                                                                                                        \
    /* scaled, so that a large divisor does not overflow its square */                                                       \
    inline KP_COMPLEX(C) KP_COMPLEX(Cdiv##F)(KP_COMPLEX(C) a, KP_COMPLEX(C) b) {                                             \
        S s = 1 / (fabs(b.x) + fabs(b.y));                                                                                   \
        S ar = a.x * s, ai = a.y * s, br = b.x * s, bi = b.y * s, d = 1 / (br * br + bi * bi);                               \
        return KP_COMPLEX(C){(ar * br + ai * bi) * d, (ai * br - ar * bi) * d};                                              \
    }                                                                                                                        \
    inline S KP_COMPLEX(Cabs##F)(KP_COMPLEX(C) a) { return hypotenuse(a.x, a.y); }                                           \
    inline KP_COMPLEX(C) KP_COMPLEX(Cfma##F)(KP_COMPLEX(C) a, KP_COMPLEX(C) b, KP_COMPLEX(C) c) {                            \
        return KP_COMPLEX(C){(a.x * b.x + c.x) - a.y * b.y, (a.x * b.y + c.y) + a.y * b.x};                                  \
    }
KP_COMPLEX_TYPE(FloatComplex, float, vec::float2, f, hypotf)
KP_COMPLEX_TYPE(DoubleComplex, double, vec_double::double2, , hypot)
#undef KP_COMPLEX_TYPE

typedef KP_COMPLEX(FloatComplex) KP_COMPLEX(Complex);
inline KP_COMPLEX(Complex) KP_MAKE_COMPLEX(Complex)(float r, float i) { return KP_COMPLEX(Complex){r, i}; }
inline KP_COMPLEX(DoubleComplex) KP_COMPLEX(ComplexFloatToDouble)(KP_COMPLEX(FloatComplex) c) { return KP_COMPLEX(DoubleComplex){c.x, c.y}; }
inline KP_COMPLEX(FloatComplex) KP_COMPLEX(ComplexDoubleToFloat)(KP_COMPLEX(DoubleComplex) c) {
    return KP_COMPLEX(FloatComplex){static_cast<float>(c.x), static_cast<float>(c.y)};
}
