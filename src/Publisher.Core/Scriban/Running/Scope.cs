using Publisher.Scriban.Values;

namespace Publisher.Scriban.Running;

/// <summary>
/// An object whose members are names while a <c>with</c>, a function with parameters or a loop inside them runs.
/// Behind a barrier only what the host gives can be seen.
/// </summary>
internal readonly record struct Scope(Value Target, bool OwnsAssignments, bool IsBarrier = false);
