using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongbao.Ledger.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Evidence : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ledger_evidence",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    obligation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    act_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: true),
                    number = table.Column<decimal>(type: "TEXT", nullable: true),
                    unit = table.Column<string>(type: "TEXT", nullable: true),
                    link = table.Column<string>(type: "TEXT", nullable: true),
                    file = table.Column<string>(type: "TEXT", nullable: true),
                    media_type = table.Column<string>(type: "TEXT", nullable: true),
                    bytes = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_evidence", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ledger_saved_view",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    path = table.Column<string>(type: "TEXT", nullable: false),
                    query = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    owner = table.Column<string>(type: "TEXT", nullable: false),
                    unit = table.Column<string>(type: "TEXT", nullable: true),
                    saved_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_saved_view", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ledger_evidence_act_id_ordinal",
                table: "ledger_evidence",
                columns: new[] { "act_id", "ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ledger_evidence_obligation_id",
                table: "ledger_evidence",
                column: "obligation_id");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_saved_view_owner_path",
                table: "ledger_saved_view",
                columns: new[] { "owner", "path" });

            migrationBuilder.CreateIndex(
                name: "IX_ledger_saved_view_unit_path",
                table: "ledger_saved_view",
                columns: new[] { "unit", "path" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ledger_evidence");

            migrationBuilder.DropTable(
                name: "ledger_saved_view");
        }
    }
}
