using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Publisher.Configuration;
using Publisher.Diagnostics;

namespace Publisher.Content.Podcasts;

/// <summary>Who receives a part of what listeners pay.</summary>
/// <param name="Type">Of the address: <c>node</c>, or <c>lnaddress</c>.</param>
/// <param name="Split">How many shares, of all the recipients' together.</param>
/// <param name="IsFee">Whether the shares are percent, taken off before the others are counted.</param>
public sealed record PaymentRecipient(string Name, string Type, string Address, int Split, bool IsFee)
{
    /// <summary>What goes along with each payment, so that a service knows whom it is for.</summary>
    public NamedLink? Custom { get; init; }
}

/// <summary>How listeners pay a show while they hear it, as <c>value</c> says it.</summary>
/// <param name="Suggested">How much a minute may cost, as it is written.</param>
public sealed partial record Payment(string Type, string Method, string? Suggested, ImmutableArray<PaymentRecipient> Recipients)
{
    public const string Key = "value";

    /// <summary>Those with a recipient: without one there is nobody to pay.</summary>
    public static ImmutableArray<Payment> ListOf(DataNode? node, ICollection<Diagnostic> problems)
    {
        var found = ImmutableArray.CreateBuilder<Payment>();
        foreach (var item in node.Items())
            if (Of(item, problems) is { Recipients.IsEmpty: false } payment) found.Add(payment);
        return found.ToImmutable();
    }

    private static Payment? Of(DataNode node, ICollection<Diagnostic> problems)
    {
        if (node is not MappingNode map || map.Find("recipients").Items() is not { IsEmpty: false } named)
        {
            problems.Add(Messages.BadPayment(node.At, "it has no 'recipients'"));
            return null;
        }
        if (map.Find("suggested") is ScalarNode { IsNull: false } amount && !IsNumber(amount.Text))
            problems.Add(Messages.BadPayment(amount.At, $"'{amount.Text}' is no amount"));
        var suggested = map.Find("suggested").TextOrNull();
        var recipients = named.Select(item => Recipient(item, problems)).OfType<PaymentRecipient>().ToImmutableArray();
        return new Payment(
            map.Find("type").TextOrNull() ?? "lightning",
            map.Find("method").TextOrNull() ?? "keysend", IsNumber(suggested) ? suggested : null, recipients);
    }

    private static PaymentRecipient? Recipient(DataNode node, ICollection<Diagnostic> problems)
    {
        if ((node as MappingNode)?.Find("address").TextOrNull() is not { Length: > 0 } address)
        {
            problems.Add(Messages.BadPayment(node.At, "this recipient has no 'address'"));
            return null;
        }
        var map = new Fields((MappingNode)node, "a recipient", problems);
        var type = map.Text("type") ?? (address.Contains('@') ? "lnaddress" : "node");
        if (type == "node" && !Node().IsMatch(address) || type == "lnaddress" && !Mail().IsMatch(address))
            problems.Add(Messages.BadPayment(
                map.Node("address")!.At, $"'{address}' is neither a node's key of 66 digits nor name@host"));
        if (map.Whole("split", least: 1) is not { } split)
        {
            if (map.Node("split") is null)
                problems.Add(Messages.BadPayment(node.At, "this recipient has no 'split': how many shares are theirs"));
            return null;
        }
        var (key, value) = (map.Text("custom_key"), map.Text("custom_value"));
        return new PaymentRecipient(map.Text("name") ?? "",
            type, address, split, map.Flag("fee") ?? false)
        {
            Custom = key is null ? null : new NamedLink(key, value ?? ""),
        };
    }

    [GeneratedRegex("^0[23][0-9a-fA-F]{64}$", RegexOptions.CultureInvariant)]
    private static partial Regex Node();

    [GeneratedRegex(@"^[^\s@]+@[^\s@]+\.[^\s@]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Mail();

    private static bool IsNumber(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
}
