using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongbao.Ledger.Storage.Migrations.Postgres
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
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "other",
                table: "ledger_act",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ledger_handover",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false),
                    leaver = table.Column<Guid>(type: "uuid", nullable: false),
                    successor = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    old_post = table.Column<string>(type: "text", nullable: true),
                    new_post = table.Column<string>(type: "text", nullable: true),
                    made_on = table.Column<DateOnly>(type: "date", nullable: false),
                    made_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    made_by = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    answered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    answer = table.Column<string>(type: "text", nullable: true),
                    revision = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_handover", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ledger_handover_line",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    handover_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    obligation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    assignment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    act_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source = table.Column<string>(type: "text", nullable: false),
                    words = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: true),
                    owner = table.Column<string>(type: "text", nullable: true)
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
