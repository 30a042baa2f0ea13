using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongbao.Gazette.Library.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Citations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "gazette_citation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_clause_id = table.Column<Guid>(type: "uuid", nullable: true),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    words = table.Column<string>(type: "text", nullable: false),
                    span_from = table.Column<int>(type: "integer", nullable: false),
                    span_to = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "text", nullable: true),
                    target_number = table.Column<string>(type: "text", nullable: true),
                    target_title = table.Column<string>(type: "text", nullable: true),
                    target_issuer = table.Column<string>(type: "text", nullable: true),
                    target_dated_on = table.Column<DateOnly>(type: "date", nullable: true),
                    place_base = table.Column<string>(type: "text", nullable: true),
                    place_count = table.Column<int>(type: "integer", nullable: false),
                    place = table.Column<string>(type: "text", nullable: true),
                    not = table.Column<string>(type: "text", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    match = table.Column<string>(type: "text", nullable: false),
                    to_document_id = table.Column<Guid>(type: "uuid", nullable: true),
                    to_clause_id = table.Column<Guid>(type: "uuid", nullable: true),
                    to_last_clause_id = table.Column<Guid>(type: "uuid", nullable: true),
                    candidates = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_gazette_citation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "gazette_document_name",
                columns: table => new
                {
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    exact = table.Column<string>(type: "text", nullable: false),
                    issued = table.Column<bool>(type: "boolean", nullable: false),
                    core = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_gazette_document_name", x => new { x.document_id, x.exact, x.issued });
                });

            migrationBuilder.CreateIndex(
                name: "IX_gazette_citation_from_clause_id",
                table: "gazette_citation",
                column: "from_clause_id");

            migrationBuilder.CreateIndex(
                name: "IX_gazette_citation_from_document_id_ordinal",
                table: "gazette_citation",
                columns: new[] { "from_document_id", "ordinal" });

            migrationBuilder.CreateIndex(
                name: "IX_gazette_citation_target_number",
                table: "gazette_citation",
                column: "target_number");

            migrationBuilder.CreateIndex(
                name: "IX_gazette_citation_target_title",
                table: "gazette_citation",
                column: "target_title");

            migrationBuilder.CreateIndex(
                name: "IX_gazette_citation_to_clause_id",
                table: "gazette_citation",
                column: "to_clause_id");

            migrationBuilder.CreateIndex(
                name: "IX_gazette_citation_to_document_id",
                table: "gazette_citation",
                column: "to_document_id");

            migrationBuilder.CreateIndex(
                name: "IX_gazette_document_name_core",
                table: "gazette_document_name",
                column: "core");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "gazette_citation");

            migrationBuilder.DropTable(
                name: "gazette_document_name");
        }
    }
}
