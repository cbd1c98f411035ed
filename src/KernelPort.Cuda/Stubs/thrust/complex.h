#pragma once
namespace thrust {
template <class T> struct complex;
}
