using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Backchannel.Tests.House;

/// <summary>How types are made and named.</summary>
public sealed partial class TypeTests
{
    private static readonly Assembly Engine = typeof(Pipeline).Assembly;

    private static IEnumerable<Type> Own =>
        AppDomain
            .CurrentDomain.GetAssemblies()
            .Append(typeof(Pipeline).Assembly)
            .Where(assembly => assembly.GetName().Name!.StartsWith("Backchannel", StringComparison.Ordinal))
            .Distinct()
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type =>
                type.Namespace?.StartsWith("Backchannel", StringComparison.Ordinal) == true
                && !type.Name.Contains('<', StringComparison.Ordinal)
                && type.GetCustomAttribute<CompilerGeneratedAttribute>() is null
            );

    private static IEnumerable<Type> Public => Engine.GetExportedTypes();

    [Fact]
    public void A_type_is_named_by_what_it_is_and_not_by_a_word_that_fits_any()
    {
        string[] empty =
        [
            "Manager",
            "Helper",
            "Helpers",
            "Util",
            "Utils",
            "Utility",
            "Utilities",
            "Service",
            "Processor",
            "Handler",
            "Base",
            "Impl",
            "Data",
            "Info",
        ];
        var found = Own.Where(type =>
            WordOf().Matches(type.Name).Any(word => empty.Contains(word.Value, StringComparer.Ordinal))
        );

        Assert.Empty(found.Select(type => type.FullName));
    }

    [GeneratedRegex("[A-Z][a-z0-9]*", RegexOptions.None, 1000)]
    private static partial Regex WordOf();

    /// <summary>Public types of the engine that are not what was found but what finds it.</summary>
    private static readonly Dictionary<Type, string> NoRecords = new()
    {
        [typeof(ContentType)] = "a closed set of values, compared by reference",
        [typeof(Pipeline)] = "does the reading",
    };

    [Fact]
    public void The_nouns_at_the_root_are_sealed_records_that_nobody_can_change()
    {
        var nouns = Public.Where(type =>
            type.Namespace == "Backchannel"
            && !type.IsEnum
            && !type.IsStatic()
            && !typeof(Exception).IsAssignableFrom(type)
            && !NoRecords.ContainsKey(type)
        );

        Assert.All(
            nouns,
            type =>
            {
                Assert.True(type.IsSealed, $"{type} is not sealed");
                Assert.True(type.IsRecord(), $"{type} is no record");
                foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
                {
                    Assert.True(
                        property.SetMethod is not { IsPublic: true } set || set.IsInit(),
                        $"{type}.{property.Name} can be set"
                    );
                    Assert.False(
                        IsChangeable(property.PropertyType),
                        $"{type}.{property.Name} can be changed from outside"
                    );
                }
            }
        );
    }

    private static bool IsChangeable(Type type) =>
        type != typeof(string)
        && typeof(IEnumerable).IsAssignableFrom(type)
        && type.Namespace is not ("System.Collections.Immutable" or "System.Collections.Frozen");

    [Fact]
    public void Every_public_type_says_what_it_is()
    {
        var documented = XDocument
            .Load(Path.ChangeExtension(Engine.Location, ".xml"))
            .Descendants("member")
            .Where(member => member.Element("summary") is not null)
            .Select(member => member.Attribute("name")!.Value)
            .ToHashSet(StringComparer.Ordinal);
        var silent = Public
            .Where(type => !type.IsEnum && !SelfSaying.Contains(type.Name, StringComparer.Ordinal))
            .Select(type => "T:" + type.FullName!.Replace('+', '.'))
            .Where(name => !documented.Contains(name));

        Assert.Empty(silent);
    }

    /// <summary>The ids: each is said by the noun it names.</summary>
    private static readonly string[] SelfSaying =
    [
        nameof(ActorId),
        nameof(StatementId),
        nameof(ClaimId),
        nameof(OriginId),
        nameof(StoryId),
        nameof(CopyId),
    ];

    [Fact]
    public void A_test_is_named_by_a_sentence()
    {
        var tests = typeof(TypeTests)
            .Assembly.GetTypes()
            .SelectMany(type =>
                type.GetMethods(
                    BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly
                )
            )
            .Where(method => method.GetCustomAttributes().OfType<FactAttribute>().Any());

        Assert.All(tests, test => Assert.Matches("^[A-Z][a-z0-9]*(_[A-Za-z0-9]+)+$", test.Name));
    }
}

file static class TypeExtensions
{
    extension(Type type)
    {
        public bool IsStatic() => type.IsAbstract && type.IsSealed;

        public bool IsRecord() =>
            type.GetMethod("<Clone>$") is not null
            || type.IsValueType
                && type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance) is not null;
    }

    extension(MethodInfo set)
    {
        public bool IsInit() => set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
    }
}
