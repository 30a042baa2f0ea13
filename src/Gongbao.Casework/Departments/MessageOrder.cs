using Gongbao.Kernel.Results;

namespace Gongbao.Casework.Departments;

/// <summary>What is to be done with a message that came in.</summary>
internal enum MessageTurn
{
    /// <summary>It is the next one: it is carried out.</summary>
    Next,

    /// <summary>It was carried out before: it is answered as it was then, and nothing is done.</summary>
    Repeated,
}

/// <summary>
/// The messages of one item in their order (报文顺序). A department's system sends again what it is not sure of, and messages pass each other on the way: none is carried out
/// twice, and none before those that go before it.
/// </summary>
/// <param name="Last">The sequence of the last one that was carried out; 0 where none was.</param>
/// <param name="Ids">Ids of those that were, by sequence.</param>
internal sealed record MessageOrder(int Last, IReadOnlyDictionary<int, Guid> Ids)
{
    public static MessageOrder Begin { get; } = new(0, new Dictionary<int, Guid>());

    /// <returns>What to do; refused: <c>department.too-early</c> (it may be sent again later), <c>department.other-message</c> where a sequence comes with another id, <c>department.no-sequence</c>.</returns>
    public Result<MessageTurn> TurnOf(Guid id, int sequence)
    {
        if (sequence < 1) return new Refusal("department.no-sequence", "报文的顺序号应当从 1 起，逐条加 1。");
        if (sequence > Last + 1) return new Refusal("department.too-early", $"前面还有报文没有收到：请先发第 {Last + 1} 条，这一条随后重发。");
        if (sequence == Last + 1) return Ids.Values.Contains(id) ? new Refusal("department.other-message", "这个报文编号已经用在前面的报文上；每条报文应当有自己的编号，重发时才用同一个。") : MessageTurn.Next;
        return Ids[sequence] == id ? MessageTurn.Repeated : new Refusal("department.other-message", $"第 {sequence} 条报文已经收到过，编号却不同；请核对顺序号，没有办理。");
    }

    /// <summary>After the next one was carried out.</summary>
    public MessageOrder With(Guid id) => new(Last + 1, new Dictionary<int, Guid>(Ids) { [Last + 1] = id });
}
