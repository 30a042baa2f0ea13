namespace Gongbao.Gazette.Statistics;

/// <summary>The library's numbers in words, as <see cref="Formats.DataWords"/> has those of the rest.</summary>
internal static class StatisticsWords
{
    public const string Types = """
        StatisticsView	文库统计
        StatisticsView.day	说的是哪一天
        StatisticsView.documents	那时的文件数
        StatisticsView.divisions	按各项分类的份数
        StatisticsView.most_cited	被引用最多的文件，多的在前
        StatisticsDivision	按一项分类的份数
        StatisticsDivision.key	分类，搜索地址里的写法
        StatisticsDivision.name	分类的名称
        StatisticsDivision.values	各个值；年份按先后，其余多的在前
        StatisticsDivision.without	没有标明或者不能确定的份数
        StatisticsValue	一个值的份数
        StatisticsValue.value	值
        StatisticsValue.documents	文件数
        CitedOften	被引用的文件
        CitedOften.slug	文件地址的最后一段
        CitedOften.full_title	带发文机关的标题
        CitedOften.number	文号；没有时为 null
        CitedOften.citing	引用它的其他文件数
        """;
}
