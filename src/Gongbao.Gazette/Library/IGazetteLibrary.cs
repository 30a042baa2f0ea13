namespace Gongbao.Gazette.Library;

/// <summary>What the pages ask of the stored gazettes. A slug is the part of an address that names an issue, a document or a clause.</summary>
internal interface IGazetteLibrary
{
    /// <summary>All issues, newest first.</summary>
    Task<IReadOnlyList<IssueSummary>> IssuesAsync(CancellationToken stop);

    /// <summary>Some issues, newest first, with the place of the last of them where more follow.</summary>
    /// <param name="after">Behind which; null for the newest.</param>
    /// <param name="stop">Ends the work.</param>
    Task<(IReadOnlyList<IssueSummary> Issues, IssuePlace? Behind)> IssuesAsync(IssuePlace? after, CancellationToken stop);

    /// <returns>Null when there is no such issue.</returns>
    Task<IssueView?> IssueAsync(string issue, CancellationToken stop);

    /// <summary>The documents that came by themselves and stand in no issue (单独入库的文件), newest first.</summary>
    /// <param name="page">Counted from 1; one beyond the last is the last.</param>
    /// <param name="stop">Ends the work.</param>
    Task<SingleDocuments> SinglesAsync(int page, CancellationToken stop);

    /// <summary>A document as of the day that the reader chose, else of today: its state, and its words with the amendments that then held.</summary>
    /// <returns>Null when there is no such document.</returns>
    Task<DocumentView?> DocumentAsync(string document, CancellationToken stop);

    /// <summary>A document as of a day.</summary>
    /// <returns>Null when there is no such document.</returns>
    Task<DocumentView?> DocumentAsync(string document, DateOnly on, CancellationToken stop);

    /// <summary>The source lines of a document or, with a clause, of that clause, with a few lines around them.</summary>
    /// <returns>Null when there is no such document or clause.</returns>
    Task<SourceView?> SourceAsync(string document, string? clause, CancellationToken stop);

    /// <summary>Documents whose title, number or text holds every word of the query, with the clauses that do.</summary>
    Task<SearchView> SearchAsync(SearchRequest request, CancellationToken stop);

    /// <summary>Where a clause went that once had this address.</summary>
    /// <returns>Its present slug; null when no clause ever had the address, or it is printed no more.</returns>
    Task<string?> MovedToAsync(string document, string clause, CancellationToken stop);
}
