using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongbao.Gazette.Library.Storage.Migrations.Sqlite
{
    /// <summary>Search knows the states of each document over time.</summary>
    public partial class SearchStates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            foreach (var set in new[] { "0", "1" })
            {
                migrationBuilder.Sql($"alter table gazette_search_document_{set} add column states text not null default ''");
                migrationBuilder.Sql($"update gazette_search_document_{set} set states = coalesce((select d.validity from gazette_document d where d.id = document_id), '')");
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var set in new[] { "0", "1" }) migrationBuilder.Sql($"alter table gazette_search_document_{set} drop column states");
        }
    }
}
