using System.Security.Cryptography;
using System.Text;

namespace Backchannel;

/// <summary>One article at one path with one content; hashed from both.</summary>
public readonly record struct DocumentId(string Value)
{
    public override string ToString() => Value;
}

public readonly record struct ActorId(string Value)
{
    public override string ToString() => Value;
}

public readonly record struct StatementId(string Value)
{
    public override string ToString() => Value;
}

public readonly record struct ClaimId(string Value)
{
    public override string ToString() => Value;
}

public readonly record struct OriginId(string Value)
{
    public override string ToString() => Value;
}

public readonly record struct StoryId(string Value)
{
    public override string ToString() => Value;
}

public readonly record struct CopyId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>One judgement: what it says, of what, by whom and when.</summary>
public readonly record struct JudgementId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>Short names for things, made from what the things are: the same content has the same id on every machine.</summary>
public static class Hash
{
    /// <summary>
    /// A letter that tells the kind and twelve hexadecimal digits (48 bits) of SHA-256 over the parts; parts are kept apart by NUL.
    /// </summary>
    public static string Id(char kind, params ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(part));
            hash.AppendData([0]);
        }
        return kind + Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 6));
    }

    /// <summary>All of SHA-256 in lower-case hexadecimal.</summary>
    public static string Whole(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
