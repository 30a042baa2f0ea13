using Gongbao.Web;

namespace Gongbao.Ledger.Views;

/// <summary>The data of saved views in words (数据说明), one line a type or property.</summary>
internal static class ViewWords
{
    private const string Types = """
        View.ViewItems	保存的视图
        View.ViewItems.views	按名称排列
        View.ViewItem	一个保存的视图
        View.ViewItem.view	编号
        View.ViewItem.name	名称
        View.ViewItem.address	网页地址，带筛选条件
        View.ViewItem.is_own	是不是自己保存的
        View.ViewItem.unit	和哪家单位共用；不共用的为 null
        View.SaveInput	要保存的视图
        View.SaveInput.path	页面的地址，如 /work、/ledger/follow-up 或者 /ledger/ 后接文件在地址里的部分
        View.SaveInput.query	筛选条件，即网页地址里 ? 以后的部分；没有的不填
        View.SaveInput.name	名称
        View.SaveInput.unit	和哪家单位共用，单位的编号；只给自己用的不填
        View.ViewAnswer	办理的结果
        View.ViewAnswer.view	视图的编号
        """;

    private const string Parameters = """
        path	页面的地址，如 /work 或者 /ledger/follow-up
        view	视图的编号
        """;

    public static ApiWords All { get; } = ApiWords.Of(Types, Parameters);
}
