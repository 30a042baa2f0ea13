namespace Gongbao.Platform.Access.Fields;

/// <summary>How far a field may be seen (字段分级).</summary>
public enum FieldClass
{
    /// <summary>Anybody may read it (公开).</summary>
    Public,

    /// <summary>Whoever may see the row may read it; never on a public page or in an export (内部).</summary>
    Internal,

    /// <summary>
    /// Tells of a natural person (个人信息): sealed at rest, masked on screen, shown whole only by a reasoned, journalled act.
    /// </summary>
    /// <source>《中华人民共和国个人信息保护法》第五十一条</source>
    Personal,

    /// <summary>Shows who somebody is (鉴别信息: second-factor secrets): sealed at rest and never shown again.</summary>
    Secret,
}
