using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongbao.Ledger.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Reprojections : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ledger_reprojection",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    basis = table.Column<string>(type: "text", nullable: false),
                    is_full = table.Column<bool>(type: "boolean", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    begun_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    running = table.Column<int>(type: "integer", nullable: true),
                    worker = table.Column<string>(type: "text", nullable: false),
                    taken_until = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    reached = table.Column<Guid>(type: "uuid", nullable: true),
                    chunks = table.Column<int>(type: "integer", nullable: false),
                    moved = table.Column<int>(type: "integer", nullable: false),
                    digest = table.Column<string>(type: "text", nullable: true),
                    revision = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_reprojection", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ledger_move",
                columns: table => new
                {
                    run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    chunk = table.Column<int>(type: "integer", nullable: false),
                    assignment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    before = table.Column<DateOnly>(type: "date", nullable: true),
                    after = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_move", x => new { x.run_id, x.chunk, x.assignment_id });
                    table.ForeignKey(
                        name: "FK_ledger_move_ledger_assignment_assignment_id",
                        column: x => x.assignment_id,
                        principalTable: "ledger_assignment",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ledger_move_ledger_reprojection_run_id",
                        column: x => x.run_id,
                        principalTable: "ledger_reprojection",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ledger_move_assignment_id",
                table: "ledger_move",
                column: "assignment_id");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_reprojection_ended_at",
                table: "ledger_reprojection",
                column: "ended_at");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_reprojection_running",
                table: "ledger_reprojection",
                column: "running",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ledger_move");

            migrationBuilder.DropTable(
                name: "ledger_reprojection");
        }
    }
}
