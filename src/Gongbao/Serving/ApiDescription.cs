using System.Text.Json.Serialization.Metadata;
using Gongbao.Platform.Access;
using Gongbao.Web;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.OpenApi;

namespace Gongbao.Serving;

/// <summary>The interface as programmers read it (OpenAPI): every type and parameter in Chinese, by what the rooms say of them.</summary>
internal static class ApiDescription
{
    private const string Token = "token";
    private const string Json = "application/json";

    private static readonly Dictionary<string, string> Statuses = new(StringComparer.Ordinal)
    {
        ["200"] = "成功",
        ["202"] = "收下了，Location 是查看进度的地址",
        ["301"] = "条款换了地址，Location 是现在的地址",
        ["400"] = "请求不对，detail 说明怎么改",
        ["401"] = "要凭令牌使用",
        ["403"] = "令牌的账号没有办理这件事的角色",
        ["404"] = "没有这一项",
        ["409"] = "不能这样办，detail 说明原因",
        ["413"] = "太大，没有接收，detail 说明上限",
        ["429"] = "请求太多，Retry-After 写明几秒后再试",
        ["503"] = "服务器缺少所需的条件，detail 说明缺什么",
    };

    public static void Add(IServiceCollection services)
    {
        services.AddOpenApi(o =>
        {
            o.CreateSchemaReferenceId = NameOf;
            o.AddDocumentTransformer(DescribeSite).AddOperationTransformer(DescribeOperation).AddDocumentTransformer(DescribeTypes);
        });
    }

    /// <summary>A type that endpoints keep to themselves is told from others of its name: Review.DecisionInput.</summary>
    private static string? NameOf(JsonTypeInfo type) =>
        OpenApiOptions.CreateDefaultSchemaReferenceId(type) is { } name && type.Type.DeclaringType is { } endpoints ? $"{endpoints.Name.Replace("Endpoints", "", StringComparison.Ordinal)}.{name}" : OpenApiOptions.CreateDefaultSchemaReferenceId(type);

    private static Task DescribeSite(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken stop)
    {
        var site = context.ApplicationServices.GetRequiredService<SiteIdentity>();
        document.Info = new()
        {
            Title = site.Title + "接口",
            Version = "v1",
            Description = "公报数据库的公开接口。不登录即可读取；不登录就能读取的答复都带有 ETag，可用 If-None-Match 询问是否仍然有效；整库下载没有，请用 since 只取之后的变化。请求太多时答 429，Retry-After 写明几秒后再试。错误是 application/problem+json，detail 用一句话说明怎么办。",
        };
        // The framework would repeat the host of the request.
        document.Servers = site.Address is { } address ? [new() { Url = address.AbsoluteUri.TrimEnd('/') }] : [new() { Url = "/" }];
        document.Components ??= new();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Token] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "在“账户—接口令牌”页领取的令牌" },
        };
        return Task.CompletedTask;
    }

    private static Task DescribeOperation(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken stop)
    {
        var words = context.ApplicationServices.GetServices<ApiWords>().SelectMany(w => w.Parameters).ToDictionary(StringComparer.Ordinal);
        // Parts of the address that an endpoint reads from its route are not found by the framework, which also takes a body of a type of many endpoints for one that may be missing.
        foreach (var part in RoutePatternFactory.Parse(context.Description.RelativePath ?? "").Parameters.Select(p => p.Name).Except((operation.Parameters ?? []).Select(p => p.Name ?? "")).ToList())
            (operation.Parameters ??= []).Add(new OpenApiParameter { Name = part, In = ParameterLocation.Path, Required = true, Schema = new OpenApiSchema { Type = JsonSchemaType.String } });
        if (operation.RequestBody is OpenApiRequestBody body) body.Required = true;
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
            if (parameter.Name is { } name) parameter.Description ??= words.GetValueOrDefault(name);
        foreach (var query in context.Description.ActionDescriptor.EndpointMetadata.OfType<QueryParameters>().SelectMany(q => q.Names))
            (operation.Parameters ??= []).Add(new OpenApiParameter { Name = query, In = ParameterLocation.Query, Description = words.GetValueOrDefault(query), Schema = new OpenApiSchema { Type = JsonSchemaType.String } });
        foreach (var files in context.Description.ActionDescriptor.EndpointMetadata.OfType<FormFiles>()) operation.RequestBody = Form(files, operation.RequestBody);
        var needsToken = context.Description.ActionDescriptor.EndpointMetadata.OfType<AccessRuleAttribute>().LastOrDefault() is not (null or PublicAttribute);
        // What holds for every endpoint, no endpoint says.
        foreach (var status in needsToken ? (string[])["401", "403", "429"] : ["429"]) (operation.Responses ??= []).TryAdd(status, new OpenApiResponse());
        foreach (var (status, response) in operation.Responses ?? [])
            if (response is OpenApiResponse answer) answer.Description = Statuses.GetValueOrDefault(status, answer.Description ?? "");
        if (needsToken)
            (operation.Security ??= []).Add(new() { [new(Token, context.Document)] = [] });
        return Task.CompletedTask;
    }

    /// <param name="files">The files.</param>
    /// <param name="plain">The body of a request without files; null where there is none.</param>
    private static OpenApiRequestBody Form(FormFiles files, IOpenApiRequestBody? plain)
    {
        var properties = new Dictionary<string, IOpenApiSchema> { [files.Field] = new OpenApiSchema { Type = JsonSchemaType.Array, Description = files.Says, Items = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } } };
        var content = new Dictionary<string, OpenApiMediaType>();
        if (files.Beside is { } part && plain?.Content is { } bodies && bodies.TryGetValue(Json, out var json) && json.Schema is { } schema) (properties[part], content[Json]) = (schema, json);
        content["multipart/form-data"] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.Object, Required = new HashSet<string> { files.Beside ?? files.Field }, Properties = properties } };
        return new() { Required = true, Description = files.Says, Content = content };
    }

    /// <summary>After everything else, when each type has its one place in the document and others refer to it.</summary>
    private static Task DescribeTypes(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken stop)
    {
        var words = context.ApplicationServices.GetServices<ApiWords>().SelectMany(w => w.Types).ToDictionary(StringComparer.Ordinal);
        foreach (var (type, schema) in document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>())
        {
            schema.Description = words.GetValueOrDefault(type);
            foreach (var (property, of) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>()) of.Description = words.GetValueOrDefault($"{type}.{property}");
        }
        return Task.CompletedTask;
    }
}
