using System.Text;

namespace Backchannel.Showing;

/// <summary>The words of product.md for the values of the engine, as exports, tables and notation write them: lower case, words apart.</summary>
public static class Words
{
    public static string Of(Enum value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var name = value.ToString();
        var words = new StringBuilder(name.Length + 4);
        foreach (var c in name)
        {
            if (char.IsUpper(c) && words.Length > 0)
                words.Append(value is Role ? '_' : ' ');
            words.Append(char.ToLowerInvariant(c));
        }
        return words.ToString();
    }
}
