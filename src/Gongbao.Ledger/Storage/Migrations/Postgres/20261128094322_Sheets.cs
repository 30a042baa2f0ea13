using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongbao.Ledger.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Sheets : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "source",
                table: "ledger_programme",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ledger_sheet",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    programme = table.Column<string>(type: "text", nullable: false),
                    file = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    brought_by = table.Column<string>(type: "text", nullable: false),
                    brought_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    head_row = table.Column<int>(type: "integer", nullable: true),
                    columns = table.Column<string>(type: "text", nullable: true),
                    leaves_open = table.Column<bool>(type: "boolean", nullable: false),
                    taken_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    taken_by = table.Column<string>(type: "text", nullable: true),
                    taken = table.Column<int>(type: "integer", nullable: false),
                    revision = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_sheet", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ledger_sheet_mapping",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    heads = table.Column<string>(type: "text", nullable: false),
                    words = table.Column<string>(type: "text", nullable: false),
                    columns = table.Column<string>(type: "text", nullable: false),
                    set_by = table.Column<string>(type: "text", nullable: false),
                    set_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_sheet_mapping", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ledger_sheet_programme_file",
                table: "ledger_sheet",
                columns: new[] { "programme", "file" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ledger_sheet_mapping_heads",
                table: "ledger_sheet_mapping",
                column: "heads",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ledger_sheet");

            migrationBuilder.DropTable(
                name: "ledger_sheet_mapping");

            migrationBuilder.DropColumn(
                name: "source",
                table: "ledger_programme");
        }
    }
}
