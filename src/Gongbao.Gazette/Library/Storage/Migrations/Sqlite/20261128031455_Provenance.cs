using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongbao.Gazette.Library.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Provenance : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "gazette_issue_source",
                columns: table => new
                {
                    issue_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    document_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    origin = table.Column<string>(type: "TEXT", nullable: false),
                    encoding = table.Column<string>(type: "TEXT", nullable: false),
                    brought_by = table.Column<string>(type: "TEXT", nullable: false),
                    brought_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_gazette_issue_source", x => new { x.issue_id, x.version, x.hash });
                    table.ForeignKey(
                        name: "FK_gazette_issue_source_gazette_issue_issue_id",
                        column: x => x.issue_id,
                        principalTable: "gazette_issue",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "gazette_kept_content",
                columns: table => new
                {
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    kept_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_gazette_kept_content", x => x.hash);
                });

            migrationBuilder.CreateIndex(
                name: "IX_gazette_file_content",
                table: "gazette_file",
                column: "content");

            migrationBuilder.CreateIndex(
                name: "IX_gazette_kept_content_kept_at",
                table: "gazette_kept_content",
                column: "kept_at");

            // What is known of the files that came before this was kept: the one that each issue was read from last, and the bytes that are listed.
            migrationBuilder.Sql("insert into gazette_issue_source (issue_id, version, hash, document_id, name, origin, encoding, brought_by, brought_at) select i.id, i.version, s.hash, null, s.name, s.name, s.encoding, s.imported_by, s.imported_at from gazette_issue i join gazette_source s on s.hash = i.source_hash");
            migrationBuilder.Sql("insert into gazette_kept_content (hash, kept_at) select content, min(brought_at) from gazette_file where content is not null group by content");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "gazette_issue_source");

            migrationBuilder.DropTable(
                name: "gazette_kept_content");

            migrationBuilder.DropIndex(
                name: "IX_gazette_file_content",
                table: "gazette_file");
        }
    }
}
