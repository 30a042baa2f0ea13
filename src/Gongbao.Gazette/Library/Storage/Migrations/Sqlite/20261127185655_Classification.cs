using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongbao.Gazette.Library.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Classification : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "kind",
                table: "gazette_issue",
                type: "TEXT",
                nullable: false,
                defaultValue: "Issue");

            migrationBuilder.Sql("update gazette_issue set kind = 'Single' where title not like '政府公报 %期' and (select count(*) from gazette_document d where d.issue_id = gazette_issue.id) = 1");

            migrationBuilder.AddColumn<Guid>(
                name: "moved_to",
                table: "gazette_issue",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "text_hash",
                table: "gazette_document",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "gazette_class",
                columns: table => new
                {
                    document_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    aspect = table.Column<string>(type: "TEXT", nullable: false),
                    @class = table.Column<string>(name: "class", type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    is_implied = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_gazette_class", x => new { x.document_id, x.aspect, x.@class });
                });

            migrationBuilder.CreateTable(
                name: "gazette_class_decision",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    document_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    verdict = table.Column<string>(type: "TEXT", nullable: false),
                    decision = table.Column<string>(type: "TEXT", nullable: true),
                    decided_by = table.Column<string>(type: "TEXT", nullable: false),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_gazette_class_decision", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "gazette_classification",
                columns: table => new
                {
                    document_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    proposal = table.Column<string>(type: "TEXT", nullable: false),
                    decision = table.Column<string>(type: "TEXT", nullable: true),
                    scheme_hash = table.Column<string>(type: "TEXT", nullable: false),
                    decided_by = table.Column<string>(type: "TEXT", nullable: true),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    revision = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_gazette_classification", x => x.document_id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_gazette_class_aspect_class_document_id",
                table: "gazette_class",
                columns: new[] { "aspect", "class", "document_id" });

            migrationBuilder.CreateIndex(
                name: "IX_gazette_class_decision_document_id",
                table: "gazette_class_decision",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "IX_gazette_classification_scheme_hash",
                table: "gazette_classification",
                column: "scheme_hash");

            migrationBuilder.CreateIndex(
                name: "IX_gazette_classification_state",
                table: "gazette_classification",
                column: "state");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "gazette_class");

            migrationBuilder.DropTable(
                name: "gazette_class_decision");

            migrationBuilder.DropTable(
                name: "gazette_classification");

            migrationBuilder.DropColumn(
                name: "kind",
                table: "gazette_issue");

            migrationBuilder.DropColumn(
                name: "moved_to",
                table: "gazette_issue");

            migrationBuilder.DropColumn(
                name: "text_hash",
                table: "gazette_document");
        }
    }
}
