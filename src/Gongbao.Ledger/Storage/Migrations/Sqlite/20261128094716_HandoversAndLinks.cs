using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongbao.Ledger.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class HandoversAndLinks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "on_behalf_of",
                table: "ledger_act",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "other",
                table: "ledger_act",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ledger_handover",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit = table.Column<string>(type: "TEXT", nullable: false),
                    leaver = table.Column<Guid>(type: "TEXT", nullable: false),
                    successor = table.Column<Guid>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    old_post = table.Column<string>(type: "TEXT", nullable: true),
                    new_post = table.Column<string>(type: "TEXT", nullable: true),
                    made_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    made_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    made_by = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    answered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    answer = table.Column<string>(type: "TEXT", nullable: true),
                    revision = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_handover", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ledger_handover_line",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    handover_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    obligation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    assignment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    act_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    words = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    owner = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_handover_line", x => x.id);
                    table.ForeignKey(
                        name: "FK_ledger_handover_line_ledger_handover_handover_id",
                        column: x => x.handover_id,
                        principalTable: "ledger_handover",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ledger_act_other",
                table: "ledger_act",
                column: "other",
                filter: "other is not null");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_handover_unit_state",
                table: "ledger_handover",
                columns: new[] { "unit", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_ledger_handover_line_handover_id_ordinal",
                table: "ledger_handover_line",
                columns: new[] { "handover_id", "ordinal" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ledger_handover_line");

            migrationBuilder.DropTable(
                name: "ledger_handover");

            migrationBuilder.DropIndex(
                name: "IX_ledger_act_other",
                table: "ledger_act");

            migrationBuilder.DropColumn(
                name: "on_behalf_of",
                table: "ledger_act");

            migrationBuilder.DropColumn(
                name: "other",
                table: "ledger_act");
        }
    }
}
