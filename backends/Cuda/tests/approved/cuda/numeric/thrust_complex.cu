// thrust_complex.cu for cuda, translated by KernelPort.
#include <cuda_runtime.h>

struct thrust_complex_float {
    float __re;
    float __im;
};

static __device__ inline void thrust_complex_float_init(thrust_complex_float *self, float *re, float *im)
{
    self->__re = (*re);
    self->__im = (*im);
}

static __device__ inline float thrust_complex_float_real(thrust_complex_float *self)
{
    return self->__re;
}

static __device__ inline float thrust_complex_float_imag(thrust_complex_float *self)
{
    return self->__im;
}

static __device__ inline thrust_complex_float thrust_mul_float(thrust_complex_float *a, thrust_complex_float *b)
{
    float real_result = thrust_complex_float_real(a);
    float real_result_1 = thrust_complex_float_real(b);
    float imag_result = thrust_complex_float_imag(a);
    float imag_result_1 = thrust_complex_float_imag(b);
    float real_result_2 = thrust_complex_float_real(a);
    float imag_result_2 = thrust_complex_float_imag(b);
    float imag_result_3 = thrust_complex_float_imag(a);
    float real_result_3 = thrust_complex_float_real(b);
    float temporary = real_result * real_result_1 - imag_result * imag_result_1;
    float temporary_1 = real_result_2 * imag_result_2 + imag_result_3 * real_result_3;
    thrust_complex_float made;
    thrust_complex_float_init(&made, &temporary, &temporary_1);
    return made;
}

static __device__ inline thrust_complex_float thrust_add_float(thrust_complex_float *a, thrust_complex_float *b)
{
    float real_result = thrust_complex_float_real(a);
    float real_result_1 = thrust_complex_float_real(b);
    float imag_result = thrust_complex_float_imag(a);
    float imag_result_1 = thrust_complex_float_imag(b);
    float temporary = real_result + real_result_1;
    float temporary_1 = imag_result + imag_result_1;
    thrust_complex_float made;
    thrust_complex_float_init(&made, &temporary, &temporary_1);
    return made;
}

static __device__ inline thrust_complex_float step(thrust_complex_float *z, thrust_complex_float *c)
{
    thrust_complex_float t = thrust_mul_float(z, z);
    thrust_complex_float temporary = t;
    thrust_complex_float t_1 = thrust_add_float(&temporary, c);
    return t_1;
}

static __device__ inline thrust_complex_float thrust_div_float(thrust_complex_float *a, thrust_complex_float *b)
{
    float real_result = thrust_complex_float_real(b);
    float imag_result = thrust_complex_float_imag(b);
    float s = fabsf(real_result) + fabsf(imag_result);
    float o = 1.0f / s;
    float real_result_1 = thrust_complex_float_real(a);
    float ar = real_result_1 * o;
    float imag_result_1 = thrust_complex_float_imag(a);
    float ai = imag_result_1 * o;
    float real_result_2 = thrust_complex_float_real(b);
    float br = real_result_2 * o;
    float imag_result_2 = thrust_complex_float_imag(b);
    float bi = imag_result_2 * o;
    s = br * br + bi * bi;
    o = 1.0f / s;
    float temporary = (ar * br + ai * bi) * o;
    float temporary_1 = (ai * br - ar * bi) * o;
    thrust_complex_float made;
    thrust_complex_float_init(&made, &temporary, &temporary_1);
    return made;
}

static __device__ inline thrust_complex_float thrust_conj_float(thrust_complex_float *z)
{
    float real_result = thrust_complex_float_real(z);
    float imag_result = thrust_complex_float_imag(z);
    float temporary = real_result;
    float temporary_1 = -imag_result;
    thrust_complex_float made;
    thrust_complex_float_init(&made, &temporary, &temporary_1);
    return made;
}

static __device__ inline thrust_complex_float * thrust_complex_float_add_assign(thrust_complex_float *self, thrust_complex_float z)
{
    thrust_complex_float z_1 = z;
    self->__re += z_1.__re;
    self->__im += z_1.__im;
    return self;
}

static __device__ inline thrust_complex_float * thrust_complex_float_mul_assign(thrust_complex_float *self, float *z)
{
    self->__re *= (*z);
    self->__im *= (*z);
    return self;
}

static __device__ inline thrust_complex_float thrust_mul_float_2(float *a, thrust_complex_float *b)
{
    float t = (*a);
    float real_result = thrust_complex_float_real(b);
    float t_1 = (*a);
    float imag_result = thrust_complex_float_imag(b);
    float temporary = t * real_result;
    float temporary_1 = t_1 * imag_result;
    thrust_complex_float made;
    thrust_complex_float_init(&made, &temporary, &temporary_1);
    return made;
}

static __device__ inline thrust_complex_float thrust_sub_float(thrust_complex_float *a, thrust_complex_float *b)
{
    float real_result = thrust_complex_float_real(a);
    float real_result_1 = thrust_complex_float_real(b);
    float imag_result = thrust_complex_float_imag(a);
    float imag_result_1 = thrust_complex_float_imag(b);
    float temporary = real_result - real_result_1;
    float temporary_1 = imag_result - imag_result_1;
    thrust_complex_float made;
    thrust_complex_float_init(&made, &temporary, &temporary_1);
    return made;
}

static __device__ inline float thrust_abs_float(thrust_complex_float *z)
{
    float real_result = thrust_complex_float_real(z);
    float imag_result = thrust_complex_float_imag(z);
    return hypotf(real_result, imag_result);
}

static __device__ inline float thrust_norm_float(thrust_complex_float *z)
{
    float real_result = thrust_complex_float_real(z);
    float real_result_1 = thrust_complex_float_real(z);
    float imag_result = thrust_complex_float_imag(z);
    float imag_result_1 = thrust_complex_float_imag(z);
    return real_result * real_result_1 + imag_result * imag_result_1;
}

static __device__ inline float thrust_arg_float(thrust_complex_float *z)
{
    float imag_result = thrust_complex_float_imag(z);
    float real_result = thrust_complex_float_real(z);
    return atan2f(imag_result, real_result);
}

__global__ void orbit(float *a, float *b, float *out)
{
    int i = threadIdx.x;
    thrust_complex_float x;
    thrust_complex_float_init(&x, a + 2 * i, a + (2 * i + 1));
    thrust_complex_float y;
    thrust_complex_float_init(&y, b + 2 * i, b + (2 * i + 1));
    thrust_complex_float step_result = step(&x, &y);
    thrust_complex_float temporary = step_result;
    thrust_complex_float t = thrust_div_float(&temporary, &y);
    thrust_complex_float z = t;
    thrust_complex_float conj_result = thrust_conj_float(&x);
    thrust_complex_float_add_assign(&z, conj_result);
    float temporary_1 = 0.5f;
    thrust_complex_float_mul_assign(&z, &temporary_1);
    float temporary_2 = 2.0f;
    thrust_complex_float t_1 = thrust_mul_float_2(&temporary_2, &z);
    thrust_complex_float temporary_3 = t_1;
    thrust_complex_float t_2 = thrust_sub_float(&temporary_3, &x);
    z = t_2;
    float real_result = thrust_complex_float_real(&z);
    out[4 * i] = real_result;
    float imag_result = thrust_complex_float_imag(&z);
    out[4 * i + 1] = imag_result;
    float abs_result = thrust_abs_float(&z);
    out[4 * i + 2] = abs_result;
    float norm_result = thrust_norm_float(&z);
    float arg_result = thrust_arg_float(&z);
    out[4 * i + 3] = norm_result + arg_result;
}
