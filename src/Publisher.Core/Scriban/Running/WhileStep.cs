using Publisher.Scriban.Syntax;

namespace Publisher.Scriban.Running;

internal sealed class WhileStep(Span at, Term test, Step body) : Step
{
    public override Flow Run(TemplateRun run)
    {
        run.PushLoop(LoopKind.While, 0);
        var flow = Flow.Next;
        for (var i = 0; flow is Flow.Next && test.Get(run).IsTrue; i++)
        {
            run.Step(at);
            run.CurrentLoop.Index = i;
            flow = body.Run(run);
            if (flow == Flow.Continue) flow = Flow.Next;
            run.CurrentLoop.Index = i + 1;
        }
        run.PopLoop();
        return flow == Flow.Break ? Flow.Next : flow;
    }
}
