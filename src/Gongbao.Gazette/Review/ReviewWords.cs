using Gongbao.Gazette.Library.Storage;

namespace Gongbao.Gazette.Review;

/// <summary>What the desk calls things.</summary>
internal static class ReviewWords
{
    public static string Of(ReadingState state) => state switch
    {
        ReadingState.Unflagged => "无疑问",
        ReadingState.Open => "待审读",
        ReadingState.Accepted => "已采纳",
        ReadingState.Corrected => "已更正",
        ReadingState.Rejected => "已驳回",
        ReadingState.ConfirmAgain => "请重新确认",
    };

    /// <summary>A kind of value in words; an unknown one as it is.</summary>
    public static string Kind(string kind) => string.Join('：', kind.Split('.').Select(part => part switch
    {
        "number" => "发文字号",
        "issuer" or "issuers" => "发文机关",
        "title" => "标题",
        "length" => "长度",
        "kind" => "文种",
        "date" => "成文日期",
        "addressees" => "主送机关",
        "attachments" => "附件",
        "headings" => "层次",
        "forwarded_from" => "转发来源",
        "obligations" => "任务",
        "measure" => "所属措施",
        "group" => "分组",
        "task" => "任务内容",
        "output" => "成果形式",
        "units_text" => "责任单位",
        "organizations" => "责任单位解析",
        "lead" => "牵头单位",
        "responsible" => "责任单位",
        "supporting" => "配合单位",
        "due" or "due_text" => "完成时限",
        "honours" => "表扬",
        "category" => "类别",
        "grade" => "等次",
        "grades" => "考核等次",
        "name" or "names" => "名称",
        "county" => "县（市、区）",
        "personnel" => "任免",
        "person" => "姓名",
        "unit" => "单位",
        "post" => "职务",
        "rank" => "级别",
        "score_sheet" => "评分表",
        "no" => "序号",
        "category_points" => "类别分值",
        "points" => "分值",
        "text" => "文字",
        "cites" => "引用文件",
        "body" => "正文",
        "form" => "表单",
        "contents" => "目录",
        "source" => "来源文件",
        "hidden" => "隐藏文字",
        "changes" => "修订",
        "comments" => "批注",
        "properties" => "文件属性",
        "pictures" => "图片",
        "formulas" => "公式",
        "tables" => "跨页的表",
        "embedded" => "嵌入文件",
        "symbols" => "符号",
        _ => part,
    }));

    /// <summary>A place in words: 任务 12：责任单位.</summary>
    public static string Place(string at)
    {
        var place = ValuePlace.Parse(at);
        var name = Kind(place.Name) + (place.Index is { } index ? $" {index + 1}" : "");
        return place.Field is { } field ? $"{name}：{Kind(field)}" : name;
    }
}
