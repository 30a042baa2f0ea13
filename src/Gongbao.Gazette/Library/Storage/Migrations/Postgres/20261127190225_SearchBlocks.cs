using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongbao.Gazette.Library.Storage.Migrations.Postgres
{
    /// <summary>Rows of the search index now name the block they stand in. The index is emptied, and the site builds it anew when it starts.</summary>
    public partial class SearchBlocks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) => Empty(migrationBuilder);

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => Empty(migrationBuilder);

        private static void Empty(MigrationBuilder migrationBuilder)
        {
            foreach (var set in new[] { "0", "1" })
                foreach (var table in new[] { "document", "body", "name", "text", "head" })
                    migrationBuilder.Sql($"truncate table gazette_search_{table}_{set}");
            migrationBuilder.Sql("update gazette_search_state set next_id = 1, current_set = 0, building_set = null, generation = 0, done = 0, built_to = null");
        }
    }
}
