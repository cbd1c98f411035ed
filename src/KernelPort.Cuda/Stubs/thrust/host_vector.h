#pragma once
namespace thrust {
template <class T, class... A> class host_vector;
}
