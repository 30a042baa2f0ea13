using System.Buffers;

namespace Gongbao.Gazette.Reading;

/// <summary>The shape of a time limit alone in a cell: 8月31日, 2024年10月底前, 及时公开, 长期坚持. Linear in a length that is bounded.</summary>
internal static class LimitShape
{
    public const int LongestLimit = 28;
    private static readonly SearchValues<char> Figures = SearchValues.Create("一二两三四五六七八九十");
    private static readonly SearchValues<char> Beginning = SearchValues.Create("及立即长持适常随实全年月上下本每按不定动分近今当明逐日经三四二汛春国第待短中季完并—（(");

    /// <summary>Words that name a time by themselves.</summary>
    private static readonly Beginnings Times = new(
    [
        "及时", "立即", "即时", "长期", "持续", "适时", "常态化", "常态", "随时", "实时", "全年", "年内", "年底", "年末", "年初", "年中", "月底", "上半年", "下半年", "本年度", "每半年", "每年度", "每年", "每季度", "每季",
        "每半月", "每月", "每周", "每日", "按季度", "按月", "按季", "按年", "按时", "按期", "按进度", "立行立改", "即知即改", "定期", "不定期", "动态", "分阶段", "近期", "今年", "当年", "明年", "逐年", "日常", "经常", "一季度", "二季度",
        "三季度", "四季度", "汛期前", "汛前", "春节前", "国庆前", "按要求", "按规定", "按计划", "按省要求", "待定", "短期", "中长期", "中期", "年度内", "季度末",
    ]);

    /// <summary>Words that may stand with a time and say nothing without one.</summary>
    private static readonly Beginnings Companions = new(
    [
        "公开", "坚持", "推进", "完成", "办理", "开展", "实施", "落实", "更新", "执行", "启动", "建成", "见效", "取得实效", "调整", "进行", "报送", "办结", "整改到位", "到位", "要求", "时限", "时间", "底前", "底", "末", "初", "前", "之前",
        "以前", "内", "之内", "以内", "起", "开始", "上旬", "中旬", "下旬", "基本", "全面", "全部", "并", "且", "和", "跟进", "抓好", "组织", "上报", "反馈", "印发", "出台", "发布", "制定", "报告", "工作", "任务", "阶段性",
        "一次", "监测", "巡查", "推动", "深化", "巩固", "提升", "保持", "管理",
    ]);

    private static readonly Beginnings Units = new("年底", "年末", "年度", "年", "个月", "月底", "月份", "月", "日", "号", "个工作日", "工作日", "天", "小时", "分钟", "周", "季度", "次");
    private static readonly Beginnings Joints = new("至", "到", "—", "－", "-", "～", "~", "，", "、", "；", "（", "）", "(", ")", ",", "/");

    /// <summary>Whether the words, without white space, are a limit and nothing else.</summary>
    public static bool Matches(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd("。；");
        if (text.Length is < 2 or > LongestLimit || !MayBegin(text[0])) return false;
        var state = new State();
        for (var at = 0; at < text.Length;)
        {
            var length = state.Take(text[at..]);
            if (length == 0) return false;
            at += length;
        }
        return state.NamesTime && !state.IsOpen;
    }

    /// <summary>A mark that says there is none: 无, ／, —.</summary>
    public static bool IsNone(string text) => text is "无" or "/" or "／" or "—" or "——" or "-" or "－" or "--";

    /// <summary>Whether a limit may begin with the character.</summary>
    public static bool MayBegin(char c) => Characters.IsDigit(c) || Figures.Contains(c) || Beginning.Contains(c);

    private struct State
    {
        private int _size;
        private string? _word;
        private bool _linked;
        private bool _closed;

        public bool NamesTime { get; private set; }

        /// <summary>Whether a joint waits for what it joins.</summary>
        public bool IsOpen { get; private set; }

        /// <summary>Length of the next word; 0 where none fits.</summary>
        public int Take(ReadOnlySpan<char> rest)
        {
            if ((Characters.IsDigit(rest[0]) || Figures.Contains(rest[0]) || rest[0] is '第') && Number(rest) is > 0 and var number) return number;
            if (Joints.LongestOf(rest) is { } joint)
            {
                (_size, _word, _closed, IsOpen) = (0, null, false, joint is not ("）" or ")"));
                return joint.Length;
            }
            var time = Times.LongestOf(rest);
            var companion = Companions.LongestOf(rest);
            if (time is null || companion is not null && companion.Length > time.Length || (_word is not null || _size > 0) && !_linked) return Accept(companion);
            (_word, _linked, IsOpen, NamesTime) = (time, false, false, true);
            return time.Length;
        }

        private int Accept(string? companion)
        {
            if (companion is null || !NamesTime) return 0;
            (_linked, IsOpen) = (companion is "起" or "并" or "且" or "和" or "开始", false);
            _closed = !_linked;
            return companion.Length;
        }

        /// <summary>A figure and its unit. Units must grow smaller: a year behind a month begins another limit.</summary>
        private int Number(ReadOnlySpan<char> rest)
        {
            var at = rest[0] is '第' ? 1 : 0;
            while (at < rest.Length && at < 6 && (Characters.IsDigit(rest[at]) || Figures.Contains(rest[at]))) at++;
            if (at == 0 || at >= rest.Length || Units.LongestOf(rest[at..]) is not { } unit) return 0;
            var every = _word is { } word && word[0] is '每' or '今' or '当' or '明';
            var size = unit is "年底" or "年末" or "年度" or "年" ? 4 : unit is "季度" ? 3 : unit is "月" or "月底" or "月份" ? 2 : unit is "日" or "号" ? 1 : 0;
            if (_closed && !_linked && unit is not "次" || unit is "次" && !every || size > 0 && _size > 0 && size >= _size && !_linked || size == 0 && _size > 0 || _word is not null && !every && !_linked) return 0;
            if (size == 1 && _size == 0 && !every && !(rest.Length > at + unit.Length && rest[at + unit.Length] is '内' or '前')) return 0;
            (_size, _linked, _closed, NamesTime, IsOpen) = (Math.Max(size, 1), false, unit.Length > 1, true, false);
            return at + unit.Length;
        }
    }
}
