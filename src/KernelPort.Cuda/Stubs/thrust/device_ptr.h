#pragma once
namespace thrust {
template <class T> class device_ptr;
}
