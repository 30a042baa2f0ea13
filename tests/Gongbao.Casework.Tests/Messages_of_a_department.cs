using Gongbao.Casework.Departments;

namespace Gongbao.Casework.Tests;

/// <summary>Messages of a department's system, sent again and passing each other on the way.</summary>
public sealed class Messages_of_a_department
{
    [Fact]
    public void Are_carried_out_once_and_in_their_order_however_they_come()
    {
        var random = new Random(3);
        for (var round = 0; round < 500; round++)
        {
            var sent = Enumerable.Range(1, 8).Select(n => (Id: Guid.CreateVersion7(), Sequence: n)).ToList();
            var (order, done) = (MessageOrder.Begin, new List<int>());
            // Each is sent until it is taken; every so often one that was taken is sent again.
            while (done.Count < sent.Count)
            {
                var (id, sequence) = sent[random.Next(sent.Count)];
                if (order.TurnOf(id, sequence).IsRefused(out var refusal, out var turn))
                {
                    Assert.Equal("department.too-early", refusal.Code);
                    Assert.True(sequence > done.Count + 1);
                    continue;
                }
                Assert.Equal(done.Contains(sequence) ? MessageTurn.Repeated : MessageTurn.Next, turn);
                if (turn == MessageTurn.Repeated) continue;
                done.Add(sequence);
                order = order.With(id);
            }
            Assert.Equal(Enumerable.Range(1, 8), done);
        }
    }

    [Fact]
    public void Are_refused_where_one_takes_the_place_of_another()
    {
        var (first, second) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var order = MessageOrder.Begin.With(first);
        Assert.Equal("department.other-message", order.TurnOf(second, 1).Refusals[0].Code);
        Assert.Equal("department.other-message", order.TurnOf(first, 2).Refusals[0].Code);
        Assert.Equal("department.no-sequence", order.TurnOf(second, 0).Refusals[0].Code);
        Assert.Equal("department.too-early", order.TurnOf(second, int.MaxValue).Refusals[0].Code);
        Assert.False(order.TurnOf(second, 2).IsRefused(out _, out _));
    }
}
