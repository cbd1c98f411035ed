#pragma once
namespace thrust {
template <class... T> class tuple;
}
