using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongbao.Gazette.Library.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SavedSearches : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "gazette_saved_search",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    owner = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    query = table.Column<string>(type: "TEXT", nullable: false),
                    filters = table.Column<string>(type: "TEXT", nullable: false),
                    feed_key = table.Column<string>(type: "TEXT", nullable: false),
                    seen_to = table.Column<DateTime>(type: "TEXT", nullable: false),
                    seen_near = table.Column<string>(type: "TEXT", nullable: false),
                    saved_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    revision = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_gazette_saved_search", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_gazette_saved_search_feed_key",
                table: "gazette_saved_search",
                column: "feed_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_gazette_saved_search_owner",
                table: "gazette_saved_search",
                column: "owner");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "gazette_saved_search");
        }
    }
}
