namespace KernelPort.Backends.CLike;

/// <summary>Where the texture and surface functions of CUDA-like languages differ.</summary>
public sealed record TextureWords
{
    /// <summary>The cast in front of a texture object, where a number does not convert to it.</summary>
    public string Texture { get; init; } = "";

    /// <summary>The same for a surface object.</summary>
    public string Surface { get; init; } = "";

    /// <summary>The name of a boundary mode up to the mode.</summary>
    public string Boundary { get; init; } = "cudaBoundaryMode";

    /// <summary>Reads of a surface give their result through a pointer only.</summary>
    public bool ReadsSurfacesThroughPointers { get; init; }
}
