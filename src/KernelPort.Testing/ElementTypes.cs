using System.Reflection;
using KernelPort.Launches;

namespace KernelPort.Testing;

/// <summary>Which arrays can be buffers: those of numbers, and of structures all of whose fields are one type of number, such as a float4 of the user's.</summary>
internal static class ElementTypes
{
    public static ScalarType ScalarOf(Type type) => TryScalarOf(type) ?? throw new KernelRunException($"an array of {type.Name} is no buffer: its elements must be numbers, or structures of one type of number");

    private static ScalarType? TryScalarOf(Type type)
    {
        if (type.IsEnum)
        {
            return TryScalarOf(Enum.GetUnderlyingType(type));
        }
        ScalarType? known = Type.GetTypeCode(type) switch
        {
            TypeCode.SByte => ScalarType.I8,
            TypeCode.Byte => ScalarType.U8,
            TypeCode.Int16 => ScalarType.I16,
            TypeCode.UInt16 => ScalarType.U16,
            TypeCode.Int32 => ScalarType.I32,
            TypeCode.UInt32 => ScalarType.U32,
            TypeCode.Int64 => ScalarType.I64,
            TypeCode.UInt64 => ScalarType.U64,
            TypeCode.Single => ScalarType.F32,
            TypeCode.Double => ScalarType.F64,
            _ => type == typeof(Half) ? ScalarType.F16 : null,
        };
        if (known is not null || type.IsPrimitive || !type.IsValueType)
        {
            return known;
        }
        var fields = type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Select(f => TryScalarOf(f.FieldType)).Distinct().ToList();
        return fields.Count == 1 ? fields[0] : null;
    }
}
