#pragma once
// The vectors that shader data is declared with; nothing else of it appears in device code.
namespace DirectX {
struct XMFLOAT2 { float x, y; };
struct XMFLOAT3 { float x, y, z; };
struct XMFLOAT4 { float x, y, z, w; };
}
