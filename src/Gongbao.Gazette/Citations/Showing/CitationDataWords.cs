namespace Gongbao.Gazette.Citations.Showing;

/// <summary>Citations in words, as <see cref="Formats.DataWords"/> has the rest.</summary>
internal static class CitationDataWords
{
    public const string Parameters = """
        cites	引用的下一页：原样填上一页答复里的 cites_next
        cited_by	被引用的下一页：原样填上一页答复里的 cited_by_next
        """;

    public const string Types = """
        CitationsView	一份文件或一条的引用与被引用，各一页
        CitationsView.of	说的是哪一份、哪一条
        CitationsView.cites_count	共引用几处
        CitationsView.cited_by_count	共被引用几处
        CitationsView.cites	引用，依文中先后，这一页
        CitationsView.cites_next	引用的下一页的 cites；最后一页为 null
        CitationsView.cited_by	被引用，引用它的文件新的在前，这一页
        CitationsView.cited_by_next	被引用的下一页的 cited_by；最后一页为 null
        CitationEnd	引用的一端
        CitationEnd.document	文件的地址部分
        CitationEnd.title	标题
        CitationEnd.number	文号；没有的为 null
        CitationEnd.clause	条款的地址部分；指整份文件的为 null
        CitationEnd.place	条款引用时的写法；没有的为 null
        CitationEnd.href	网页地址
        CitationEnd.name	怎么称呼它
        CitationLine	一处引用
        CitationLine.words	所印的文字，个人信息已遮盖
        CitationLine.state	结果
        CitationState	引用的结果：outside 库外，document 指向文件，clause 指向条款，no_such_place 文件在库而条款未找到，ambiguous 不能确定，not_document 不是文件
        CitationLine.match	凭什么对应的
        CitationMatch	凭什么对应：none 没有对应，own 就是本文件，number 文号，title 整个标题，weak_title 标题的主干
        NonDocument	不是文件的是什么：certificate 证照，form 表单或文书，publication 报刊，work 作品或其他，planned 拟制定的文件，issued_here 本文件印发或所附
        CitationLine.not	不是文件时是什么；是文件的为 null
        CitationLine.from	在哪里引用
        CitationLine.to	引用的是什么；不能对应的为 null
        CitationLine.state_text	结果，用话说
        UnresolvedView	被引用而不能对应的文件，一页
        UnresolvedView.targets	文件，引用多的在前
        UnresolvedView.next	下一页的 cursor；最后一页为 null
        UnresolvedTarget	被引用而不能对应的文件
        UnresolvedTarget.words	所印的文字
        UnresolvedTarget.state	为什么不能对应
        UnresolvedTarget.citations	被引用几处
        UnresolvedTarget.documents	被几份文件引用
        UnresolvedTarget.state_text	为什么，用话说
        """;
}
