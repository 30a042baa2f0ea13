using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongbao.Gazette.Library.Storage.Migrations.Sqlite
{
    /// <summary>The tables of the search index, a pair of each: one is searched while the other is built anew. No entity is mapped to them.</summary>
    public partial class SearchIndex : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                create table gazette_search_state (
                    id integer primary key check (id = 1), next_id integer not null, current_set integer not null, building_set integer,
                    generation integer not null, done integer not null, built_to text);
                insert into gazette_search_state values (1, 1, 0, null, 0, 0, null);
                """);
            foreach (var set in new[] { "0", "1" })
            {
                migrationBuilder.Sql($"""
                    create table gazette_search_document_{set} (
                        id integer primary key, document_id text not null unique, dated integer not null, title_at integer not null, head text not null, facets text not null);
                    create table gazette_search_body_{set} (id integer primary key, body text not null);
                    create table gazette_search_name_{set} (form text not null, id integer not null, primary key (form, id)) without rowid;
                    create index ix_gazette_search_name_{set} on gazette_search_name_{set} (id);
                    create virtual table gazette_search_text_{set} using fts5(words, marks, content='', contentless_delete=1, tokenize='ascii');
                    create virtual table gazette_search_head_{set} using fts5(words, content='', contentless_delete=1, tokenize='ascii');
                    """);
            }
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop table gazette_search_state");
            foreach (var set in new[] { "0", "1" })
                foreach (var table in new[] { "document", "body", "name", "text", "head" })
                    migrationBuilder.Sql($"drop table gazette_search_{table}_{set}");
        }
    }
}
