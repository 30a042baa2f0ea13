using Gongbao.Web;

namespace Gongbao.Ledger.Sheets;

/// <summary>The data of sheets that are taken in, in words (数据说明), one line a type or property.</summary>
internal static class SheetWords
{
    private const string Types = """
        SheetIn.SheetItems	选择过的表格
        SheetIn.SheetItems.sheets	新的在前
        SheetIn.SheetItem	一份表格
        SheetIn.SheetItem.sheet	编号
        SheetIn.SheetItem.seen	编号和版本；办理时原样填上
        SheetIn.SheetItem.programme	文件在地址里的部分
        SheetIn.SheetItem.name	文件的名称
        SheetIn.SheetItem.brought_at	选择的时刻
        SheetIn.SheetItem.taken_at	导入的时刻；没有导入的为 null
        SheetIn.SheetItem.taken	导入了几项
        SheetIn.SheetDetail	一份表格和读出的内容
        SheetIn.SheetDetail.sheet	表格
        SheetIn.SheetDetail.preview	读出的内容；已经导入的为 null
        SheetIn.PreviewData	读出的内容
        SheetIn.PreviewData.head_row	表头在第几行
        SheetIn.PreviewData.columns	哪一项在哪一列
        SheetIn.PreviewData.is_ours	是不是台账下载的表格
        SheetIn.PreviewData.is_known	列的对应是不是以前定好的
        SheetIn.PreviewData.fresh	要写入几项
        SheetIn.PreviewData.errors	要改正的地方；有一处就不能导入
        SheetIn.PreviewData.notes	说明
        SheetIn.PreviewData.lines	读出的任务
        SheetIn.ErrorItem	一处要改正的地方
        SheetIn.ErrorItem.row	第几行，从 1 起
        SheetIn.ErrorItem.column	哪一列，如 D；说的是整行的为 null
        SheetIn.ErrorItem.head	这一列的表头；没有的为 null
        SheetIn.ErrorItem.why	问题和改法
        SheetIn.LineItem	读出的一项任务
        SheetIn.LineItem.rows	在表格的哪几行
        SheetIn.LineItem.task	任务；没有读出的为 null
        SheetIn.LineItem.place	条款；没有的为 null
        SheetIn.LineItem.measure	措施；没有的为 null
        SheetIn.LineItem.group	类别；没有的为 null
        SheetIn.LineItem.units	单位，原文；没有写明的为 null
        SheetIn.LineItem.shares	认定的单位
        SheetIn.LineItem.limit	时限；没有标明的为 null
        SheetIn.LineItem.due_on	到期日；没有的为 null
        SheetIn.LineItem.output	成果形式；没有的为 null
        SheetIn.LineItem.questions	导入以后要明确的事项
        SheetIn.LineItem.same_as	与台账第几项相同，不再写入；没有的为 null
        SheetIn.UnitItem	认定的一家单位
        SheetIn.UnitItem.unit	单位全称
        SheetIn.UnitItem.role	分工：lead 牵头，responsible 责任，supporting 配合
        SheetIn.MapInput	列的对应
        SheetIn.MapInput.seen	表格的编号和版本，如答复里的 seen
        SheetIn.MapInput.head_row	表头在第几行；不填由程序认出
        SheetIn.MapInput.columns	哪一项在哪一列，如 task 在 B；task 必填，其余是 group、measure、place、lead、units、supporting、limit、output、source、evidence
        SheetIn.MapInput.leaves_open	对应不到的单位、读不懂的时限，是否先导入、留作待明确
        SheetIn.TakeInput	要导入的表格
        SheetIn.TakeInput.seen	表格的编号和版本，如答复里的 seen
        SheetIn.SheetAnswer	办理的结果
        SheetIn.SheetAnswer.sheet	表格的编号
        SheetIn.TakenAnswer	导入的结果
        SheetIn.TakenAnswer.obligations	写入了几项
        """;

    private const string Parameters = """
        sheet	表格的编号
        """;

    public static ApiWords All { get; } = ApiWords.Of(Types, Parameters);
}
