// launch: names<<<1, 1>>>(out: int[9])
// expect: out = 0 1 2 3 14 4 5 108 6
// Primary template, partial and full specialisations of a class, an overload for pointers, an explicit specialisation of a function.
template <class T> struct Kind { static constexpr int value = 0; };
template <> struct Kind<float> { static constexpr int value = 1; };
template <class T> struct Kind<T *> { static constexpr int value = 2; };
template <class T> struct Kind<const T> { static constexpr int value = 3; };
template <class T, int N> struct Kind<T[N]> { static constexpr int value = 10 + N; };
template <class A, class B> struct Both { static constexpr int value = 4; };
template <class A> struct Both<A, A> { static constexpr int value = 5; };
template <class T> __device__ int size(T) { return sizeof(T); }
template <class T> __device__ int size(T *) { return 100 + sizeof(T); }
template <> __device__ int size<short>(short) { return 6; }

__global__ void names(int *out)
{
    double d = 0;
    out[0] = Kind<int>::value;
    out[1] = Kind<float>::value;
    out[2] = Kind<float *>::value;
    out[3] = Kind<const int>::value;
    out[4] = Kind<char[4]>::value;
    out[5] = Both<int, float>::value;
    out[6] = Both<int, int>::value;
    out[7] = size(&d);
    out[8] = size((short)1);
}
