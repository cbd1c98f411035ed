namespace KernelPort.Backends.CLike;

/// <summary>Where the texture and surface functions of CUDA-like languages differ.</summary>
public sealed record TextureWords
{
    /// <summary>What the names of object types and boundary modes begin with.</summary>
    public string Prefix { get; init; } = "cuda";

    /// <summary>Whether an object is a number; else a number has to be cast to it.</summary>
    public bool ObjectsAreNumbers { get; init; } = true;

    /// <summary>Reads of a surface give their result through a pointer only.</summary>
    public bool ReadsSurfacesThroughPointers { get; init; }

    public string ObjectType(bool isSurface) => Prefix + (isSurface ? "SurfaceObject_t" : "TextureObject_t");
}
