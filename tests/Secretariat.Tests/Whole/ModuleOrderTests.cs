using Mono.Cecil;

namespace Secretariat.Tests.Whole;

/// <summary>A module uses what stands below it, never what stands above, nor itself in a circle.</summary>
public sealed class ModuleOrderTests
{
    /// <summary>Top to bottom; the one place that says so.</summary>
    private static readonly string[] Order =
    [
        "Demonstration",
        "Overview",
        "PublicSite",
        "OpenData",
        "Register",
        "Events",
        "Groups",
        "Commitments",
        "Nominations",
        "Legislation",
        "Figures",
        "Letters",
        "Correspondence",
        "Partners",
        "Documents",
        "Alliance",
        "Identity",
        "Privacy",
        "Jobs",
        "Audit",
        "Platform",
    ];

    [Fact]
    public void Modules_depend_downwards_only()
    {
        using var assembly = AssemblyDefinition.ReadAssembly(typeof(App).Assembly.Location);
        var offences =
            from type in assembly.MainModule.GetTypes()
            let module = ModuleOf(type.FullName)
            where module is not null && !IsTheDatabase(type)
            from used in Uses(type)
            let other = ModuleOf(used.FullName)
            where other is not null && Place(other) < Place(module)
            select $"{type.FullName} ({module}) uses {used.FullName} ({other})";

        Assert.Empty(offences.Distinct());
    }

    [Fact]
    public void Every_module_has_its_place_in_the_order()
    {
        using var assembly = AssemblyDefinition.ReadAssembly(typeof(App).Assembly.Location);
        var modules = assembly.MainModule.GetTypes().Select(t => ModuleOf(t.FullName)).OfType<string>().Distinct();
        Assert.Empty(modules.Except(Order));
    }

    /// <summary>The partial class by which each module adds its sets: where this test looks away.</summary>
    private static bool IsTheDatabase(TypeDefinition type) =>
        type.FullName.StartsWith("Secretariat.Platform.Data.", StringComparison.Ordinal)
        && (
            type.Name.EndsWith("SecretariatDb", StringComparison.Ordinal)
            || type.FullName.Contains(".Migrations.", StringComparison.Ordinal)
            || (type.DeclaringType is { } outer && IsTheDatabase(outer))
        );

    private static int Place(string module) => Array.IndexOf(Order, module);

    private static string? ModuleOf(string name)
    {
        var parts = name.Split('.', '/');
        return parts switch
        {
            ["Secretariat", "Modules", var module, _, ..] => module,
            ["Secretariat", "Platform" or "Design", _, ..] => "Platform",
            _ => null,
        };
    }

    private static IEnumerable<TypeReference> Uses(TypeDefinition type)
    {
        var direct = new List<TypeReference?> { type.BaseType };
        direct.AddRange(type.Interfaces.Select(i => i.InterfaceType));
        direct.AddRange(type.Fields.Select(f => f.FieldType));
        direct.AddRange(type.CustomAttributes.Select(a => a.AttributeType));
        foreach (var method in type.Methods)
        {
            direct.Add(method.ReturnType);
            direct.AddRange(method.Parameters.Select(p => p.ParameterType));
            if (!method.HasBody)
                continue;
            direct.AddRange(method.Body.Variables.Select(v => v.VariableType));
            direct.AddRange(method.Body.Instructions.SelectMany(Named));
        }

        return direct.OfType<TypeReference>().SelectMany(Parts);
    }

    private static IEnumerable<TypeReference> Named(Mono.Cecil.Cil.Instruction instruction) =>
        instruction.Operand switch
        {
            GenericInstanceMethod method => [method.DeclaringType, method.ReturnType, .. method.GenericArguments],
            MethodReference method => [method.DeclaringType, method.ReturnType],
            FieldReference field => [field.DeclaringType, field.FieldType],
            TypeReference type => [type],
            _ => [],
        };

    private static IEnumerable<TypeReference> Parts(TypeReference type) =>
        type is GenericInstanceType generic
            ? [generic.ElementType, .. generic.GenericArguments.SelectMany(Parts)]
            : [type.GetElementType()];
}
