#pragma once
namespace thrust {
template <class T, class... R> class counting_iterator;
template <class T, class... R> class constant_iterator;
template <class F, class I, class... R> class transform_iterator;
template <class T> class zip_iterator;
template <class E, class I> class permutation_iterator;
template <class I> class reverse_iterator;
template <class T> struct iterator_traits;
}
