#pragma once
namespace thrust {
template <class A, class B> struct pair;
}
