// Variables of the device, by what the host declares beside them; kernels with their arguments by address.
template <class T> inline cudaError_t cudaMemcpyToSymbol(const T& symbol, const void* from, size_t n, size_t offset = 0, cudaMemcpyKind kind = cudaMemcpyHostToDevice)
{
    return cudaMemcpy(static_cast<char*>(kp_address_of_symbol((const void*)&symbol)) + offset, from, n, kind);
}
template <class T> inline cudaError_t cudaMemcpyFromSymbol(void* to, const T& symbol, size_t n, size_t offset = 0, cudaMemcpyKind kind = cudaMemcpyDeviceToHost)
{
    return cudaMemcpy(to, static_cast<char*>(kp_address_of_symbol((const void*)&symbol)) + offset, n, kind);
}
template <class T> inline cudaError_t cudaMemcpyToSymbolAsync(const T& symbol, const void* from, size_t n, size_t offset, cudaMemcpyKind kind, cudaStream_t stream = nullptr)
{
    return cudaMemcpyAsync(static_cast<char*>(kp_address_of_symbol((const void*)&symbol)) + offset, from, n, kind, stream);
}
template <class T> inline cudaError_t cudaMemcpyFromSymbolAsync(void* to, const T& symbol, size_t n, size_t offset, cudaMemcpyKind kind, cudaStream_t stream = nullptr)
{
    return cudaMemcpyAsync(to, static_cast<char*>(kp_address_of_symbol((const void*)&symbol)) + offset, n, kind, stream);
}
template <class P, class T> inline cudaError_t cudaGetSymbolAddress(P** at, const T& symbol)
{
    *at = static_cast<P*>(kp_address_of_symbol((const void*)&symbol));
    return cudaSuccess;
}
template <class T> inline cudaError_t cudaGetSymbolSize(size_t* size, const T&)
{
    *size = sizeof(T);
    return cudaSuccess;
}
template <class... P, size_t... I> inline void kp_call(void (*kernel)(P...), void** arguments, std::index_sequence<I...>) { kernel(*static_cast<typename std::remove_reference<P>::type*>(arguments[I])...); }
template <class... P> inline cudaError_t cudaLaunchKernel(void (*kernel)(P...), kp_dim3 grid, kp_dim3 block, void** arguments, size_t bytes = 0, cudaStream_t stream = nullptr)
{
    kp_configure(grid, block, bytes, stream);
    kp_call(kernel, arguments, std::index_sequence_for<P...>());
    return cudaSuccess;
}
