using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongbao.Ledger.Storage.Migrations.Sqlite
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
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ledger_sheet",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    programme = table.Column<string>(type: "TEXT", nullable: false),
                    file = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    brought_by = table.Column<string>(type: "TEXT", nullable: false),
                    brought_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    head_row = table.Column<int>(type: "INTEGER", nullable: true),
                    columns = table.Column<string>(type: "TEXT", nullable: true),
                    leaves_open = table.Column<bool>(type: "INTEGER", nullable: false),
                    taken_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    taken_by = table.Column<string>(type: "TEXT", nullable: true),
                    taken = table.Column<int>(type: "INTEGER", nullable: false),
                    revision = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_sheet", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ledger_sheet_mapping",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    heads = table.Column<string>(type: "TEXT", nullable: false),
                    words = table.Column<string>(type: "TEXT", nullable: false),
                    columns = table.Column<string>(type: "TEXT", nullable: false),
                    set_by = table.Column<string>(type: "TEXT", nullable: false),
                    set_at = table.Column<DateTime>(type: "TEXT", nullable: false)
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
