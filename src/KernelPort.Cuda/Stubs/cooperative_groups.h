#pragma once
#include "cuda_runtime.h"
// Member functions are known to the binder by name.
namespace cooperative_groups {
class thread_group;
class thread_block;
class grid_group;
class multi_grid_group;
class cluster_group;
class coalesced_group;
template <unsigned int Size, class Parent = void> class thread_block_tile;
template <class T> struct plus;
template <class T> struct less;
template <class T> struct greater;
template <class T> struct bit_and;
template <class T> struct bit_or;
template <class T> struct bit_xor;
}
