#pragma once
namespace thrust {
template <class T, class... A> class device_vector;
}
