namespace Gongbao.Gazette.Embedding;

/// <summary>What clients are told about embedding in words, as <see cref="Formats.DataWords"/> has those of the rest.</summary>
internal static class EmbeddingWords
{
    public const string Types = """
        EmbeddingView	嵌入公报页面所需的说明
        EmbeddingView.version	版本；地址或参数改变含义时加一
        EmbeddingView.site	地址从哪里开始
        EmbeddingView.origins	哪些网站可以把这些页面放进自己的页面
        EmbeddingView.pages	可以嵌入的页面
        EmbeddingView.parameters	每个页面都认的参数
        EmbeddedPage	一种可以嵌入的页面
        EmbeddedPage.name	名称，不再改变
        EmbeddedPage.address	地址的样式（RFC 6570）
        EmbeddedPage.full	同一页在公报网站上的地址
        EmbeddedPage.meaning	显示什么
        EmbeddedParameter	嵌入页面的一个参数
        EmbeddedParameter.name	在地址里的名称
        EmbeddedParameter.values	可以填什么；不限于几个词的为空
        EmbeddedParameter.meaning	起什么作用
        """;
}
