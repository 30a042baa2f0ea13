using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongbao.Ledger.Storage.Migrations.Sqlite
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    basis = table.Column<string>(type: "TEXT", nullable: false),
                    is_full = table.Column<bool>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    begun_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    running = table.Column<int>(type: "INTEGER", nullable: true),
                    worker = table.Column<string>(type: "TEXT", nullable: false),
                    taken_until = table.Column<DateTime>(type: "TEXT", nullable: false),
                    reached = table.Column<Guid>(type: "TEXT", nullable: true),
                    chunks = table.Column<int>(type: "INTEGER", nullable: false),
                    moved = table.Column<int>(type: "INTEGER", nullable: false),
                    digest = table.Column<string>(type: "TEXT", nullable: true),
                    revision = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_reprojection", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ledger_move",
                columns: table => new
                {
                    run_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    chunk = table.Column<int>(type: "INTEGER", nullable: false),
                    assignment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    before = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    after = table.Column<DateOnly>(type: "TEXT", nullable: true)
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
