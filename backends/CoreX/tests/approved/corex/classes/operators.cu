// operators.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

struct Complex {
    float re;
    float im;
};

static __device__ inline void Complex_init(Complex *self, float r, float i)
{
    self->re = r;
    self->im = i;
}

static __device__ inline Complex Complex_mul(Complex *self, Complex *o)
{
    Complex made;
    Complex_init(&made, self->re * o->re - self->im * o->im, self->re * o->im + self->im * o->re);
    return made;
}

static __device__ inline void Complex_init_2(Complex *self)
{
    self->re = 0.0f;
    self->im = 0.0f;
}

static __device__ inline Complex add(Complex a, Complex *b)
{
    Complex a_1 = a;
    Complex made;
    Complex_init(&made, a_1.re + b->re, a_1.im + b->im);
    return made;
}

static __device__ inline Complex Complex_sub(Complex *self)
{
    Complex result;
    Complex_init(&result, -self->re, -self->im);
    return result;
}

static __device__ inline Complex * Complex_add_assign(Complex *self, Complex *o)
{
    self->re += o->re;
    self->im += o->im;
    return self;
}

static __device__ inline float * Complex_at(Complex *self, int i)
{
    float *chosen = i == 0 ? &self->re : &self->im;
    return chosen;
}

static __device__ inline bool Complex_eq(Complex *self, Complex *o)
{
    bool both = self->re == o->re;
    if (both) {
        both = self->im == o->im;
    }
    return both;
}

static __device__ inline bool Complex_to_bool(Complex *self)
{
    bool either = self->re != 0.0f;
    if (!either) {
        either = self->im != 0.0f;
    }
    return either;
}

static __device__ inline float Complex_call(Complex *self, float scale)
{
    return (self->re * self->re + self->im * self->im) * scale;
}

__global__ void rotate(const float *in, float *out)
{
    int t = threadIdx.x;
    Complex z;
    Complex_init(&z, in[2 * t], in[2 * t + 1]);
    Complex i;
    Complex_init(&i, 0.0f, 1.0f);
    Complex t_1 = Complex_mul(&z, &i);
    Complex w = t_1;
    Complex made;
    Complex_init_2(&made);
    Complex t_2 = add(made, &w);
    Complex sum = t_2;
    Complex t_3 = Complex_sub(&w);
    Complex temporary = t_3;
    Complex_add_assign(&sum, &temporary);
    Complex_add_assign(&sum, &w);
    float *t_4 = Complex_at(&sum, 0);
    out[3 * t] = (*t_4);
    float *t_5 = Complex_at(&sum, 1);
    out[3 * t + 1] = (*t_5);
    bool t_6 = Complex_eq(&w, &sum);
    bool both = t_6;
    if (both) {
        bool t_7 = Complex_to_bool(&w);
        both = t_7;
    }
    float chosen;
    if (both) {
        float t_8 = Complex_call(&w, 1.0f);
        chosen = t_8;
    } else {
        chosen = -1.0f;
    }
    out[3 * t + 2] = chosen;
}
