namespace Publisher.Scriban;

/// <summary>What happens to text that a template prints.</summary>
public enum Escape
{
    /// <summary>Printed as it is.</summary>
    None,

    /// <summary>
    /// <c>&amp; &lt; &gt; " '</c> become character references, unless the value is markup already. Right for HTML and XML.
    /// </summary>
    Html,
}
