using System.Runtime.CompilerServices;
using Publisher.Scriban.Running;
using Publisher.Scriban.Syntax;
using Publisher.Scriban.Values;

namespace Publisher.Scriban;

/// <summary>Frames of running templates and functions, their locals and arguments, and running loops.</summary>
public sealed partial class TemplateRun
{
    private Frame[] frames = new Frame[8];
    private int frameCount;
    private Value[] stack = new Value[64];
    private int top;
    private int highest;
    private Loop[] loops = new Loop[4];
    private int loopCount;
    private Span callAt;

    internal int FrameCount => frameCount;

    internal ref Frame CurrentFrame => ref frames[frameCount - 1];

    internal int StackTop => top;

    internal Span CallAt { get => callAt; set => callAt = value; }

    /// <summary>The function of the host that runs, and its call in the template: to find where an argument stands.</summary>
    internal Function? Callee { get; set; }

    internal CallTerm? CallInTemplate { get; set; }

    internal WrappedCode? PendingWrap { get; set; }

    internal Value Returned { get; set; }

    /// <summary>Where an argument of the function of the host stands; its name where that cannot be told.</summary>
    internal Span ArgumentAt(int index) => CallInTemplate?.ArgumentAt(index, Callee!.Signature.Parameters[index]) ?? callAt;

    internal ref Value Local(int index) => ref stack[frames[frameCount - 1].LocalsAt + index];

    internal ref Value LocalOf(int frame, int index) => ref stack[frames[frame].LocalsAt + index];

    internal void Push(in Value value)
    {
        if (top == stack.Length) GrowStack(1);
        stack[top++] = value;
    }

    internal ReadOnlySpan<Value> StackFrom(int start) => stack.AsSpan(start, top - start);

    /// <summary>Makes unknown values null, so that an argument that was given can be told from one that was not.</summary>
    internal void DefineFrom(int start)
    {
        for (var i = start; i < top; i++)
            if (stack[i].IsUndefined) stack[i] = Value.Null;
    }

    internal Value StackAt(int index) => stack[index];

    internal void PopTo(int start)
    {
        if (top > highest) highest = top;
        top = start;
    }

    /// <summary>Begins a template or function whose arguments lie on the stack from <paramref name="argumentsAt"/>.</summary>
    internal ref Frame PushFrame(Template template, LocalNames locals, int argumentsAt, int argumentCount, string[] names,
        Span calledAt)
    {
        if (depth + frameCount > Limits.Recursion || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw TooDeep(calledAt);
        }
        if (frameCount == frames.Length) Array.Resize(ref frames, frameCount * 2);
        ref var frame = ref frames[frameCount++];
        frame.Template = template;
        frame.CalledAt = calledAt;
        frame.Locals = locals;
        frame.LocalsAt = top;
        frame.ArgumentsAt = argumentsAt;
        frame.ArgumentCount = argumentCount;
        frame.ArgumentNames = names;
        frame.Arguments = null;
        frame.Wrapped = PendingWrap;
        frame.RunsBlock = false;
        frame.LoopsBelow = loopCount;
        frame.IsInclude = false;
        PendingWrap = null;
        if (stack.Length - top < locals.Count) GrowStack(locals.Count);
        Array.Clear(stack, top, locals.Count);
        top += locals.Count;
        return ref frame;
    }

    internal void PopFrame()
    {
        ref var frame = ref frames[--frameCount];
        PopTo(frame.LocalsAt);
        loopCount = frame.LoopsBelow;
        callAt = frame.CalledAt;
        frame.Arguments = null;
        frame.Wrapped = null;
    }

    internal ref Loop PushLoop(LoopKind kind, int length)
    {
        if (loopCount == loops.Length) Array.Resize(ref loops, loopCount * 2);
        ref var loop = ref loops[loopCount++];
        loop = new Loop { Kind = kind, Length = length };
        return ref loop;
    }

    internal void PopLoop() => loopCount--;

    /// <summary>The innermost loop of a kind in this frame; false when there is none.</summary>
    internal bool TryLoop(LoopKind kind, out Loop loop)
    {
        var below = frames[frameCount - 1].LoopsBelow;
        for (var i = loopCount - 1; i >= below; i--)
        {
            if (loops[i].Kind != kind) continue;
            loop = loops[i];
            return true;
        }
        loop = default;
        return false;
    }

    /// <summary>How many loops of callers are not to be seen by what runs.</summary>
    internal int LoopFloor { get; set; }

    /// <summary>Hides all loops that run; returns the floor to put back.</summary>
    internal int HideLoops()
    {
        var floor = LoopFloor;
        LoopFloor = loopCount;
        return floor;
    }

    /// <summary>The loops of a kind that run, in this template and those that included it, the outermost first.</summary>
    internal IEnumerable<Loop> LoopsAround(LoopKind kind) =>
        loops.Skip(LoopFloor).Take(loopCount - LoopFloor).Where(loop => loop.Kind == kind);

    internal Template OutermostTemplate => frames[0].Template;

    internal ref Loop CurrentLoop => ref loops[loopCount - 1];

    /// <summary>Drops what a fault left behind.</summary>
    internal void Unwind(int frame, int scope, int stackTop)
    {
        while (frameCount > frame) PopFrame();
        while (scopeCount > scope) PopScope();
        PopTo(stackTop);
        (Returned, PendingWrap) = (default, null);
    }

    private void GrowStack(int more) => Array.Resize(ref stack, Math.Max(stack.Length * 2, top + more));

    private void ResetStack()
    {
        Array.Clear(stack, 0, Math.Max(top, highest));
        Array.Clear(frames, 0, frameCount);
        Array.Clear(loops, 0, loops.Length);
        (frameCount, top, highest, loopCount, LoopFloor) = (0, 0, 0, 0, 0);
        Returned = default;
        PendingWrap = null;
    }
}
