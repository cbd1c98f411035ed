// Variables of the device, by what the host declares beside them.
template <class T> inline cudaError_t cudaMemcpyToSymbol(const T& symbol, const void* from, size_t n, size_t offset = 0, cudaMemcpyKind kind = cudaMemcpyHostToDevice)
{
    return cudaMemcpy(static_cast<char*>(kp_address_of_symbol(&symbol)) + offset, from, n, kind);
}
template <class T> inline cudaError_t cudaMemcpyFromSymbol(void* to, const T& symbol, size_t n, size_t offset = 0, cudaMemcpyKind kind = cudaMemcpyDeviceToHost)
{
    return cudaMemcpy(to, static_cast<char*>(kp_address_of_symbol(&symbol)) + offset, n, kind);
}
template <class T> inline cudaError_t cudaMemcpyToSymbolAsync(const T& symbol, const void* from, size_t n, size_t offset, cudaMemcpyKind kind, cudaStream_t stream = nullptr)
{
    return cudaMemcpyAsync(static_cast<char*>(kp_address_of_symbol(&symbol)) + offset, from, n, kind, stream);
}
template <class T> inline cudaError_t cudaMemcpyFromSymbolAsync(void* to, const T& symbol, size_t n, size_t offset, cudaMemcpyKind kind, cudaStream_t stream = nullptr)
{
    return cudaMemcpyAsync(to, static_cast<char*>(kp_address_of_symbol(&symbol)) + offset, n, kind, stream);
}
template <class P, class T> inline cudaError_t cudaGetSymbolAddress(P** at, const T& symbol)
{
    *at = static_cast<P*>(kp_address_of_symbol(&symbol));
    return cudaSuccess;
}
template <class T> inline cudaError_t cudaGetSymbolSize(size_t* size, const T&)
{
    *size = sizeof(T);
    return cudaSuccess;
}
