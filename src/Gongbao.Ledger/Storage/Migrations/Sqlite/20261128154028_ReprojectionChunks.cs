using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongbao.Ledger.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ReprojectionChunks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_ledger_move_ledger_assignment_assignment_id",
                table: "ledger_move");

            migrationBuilder.DropColumn(
                name: "reached",
                table: "ledger_reprojection");

            migrationBuilder.AlterColumn<string>(
                name: "worker",
                table: "ledger_reprojection",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT");

            migrationBuilder.AlterColumn<DateTime>(
                name: "taken_until",
                table: "ledger_reprojection",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(DateTime),
                oldType: "TEXT");

            migrationBuilder.CreateTable(
                name: "ledger_reprojection_chunk",
                columns: table => new
                {
                    run_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    chunk = table.Column<int>(type: "INTEGER", nullable: false),
                    after = table.Column<Guid>(type: "TEXT", nullable: false),
                    until = table.Column<Guid>(type: "TEXT", nullable: false),
                    moved = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_reprojection_chunk", x => new { x.run_id, x.chunk });
                    table.ForeignKey(
                        name: "FK_ledger_reprojection_chunk_ledger_reprojection_run_id",
                        column: x => x.run_id,
                        principalTable: "ledger_reprojection",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ledger_reprojection_chunk");

            migrationBuilder.AlterColumn<string>(
                name: "worker",
                table: "ledger_reprojection",
                type: "TEXT",
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.AlterColumn<DateTime>(
                name: "taken_until",
                table: "ledger_reprojection",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified),
                oldClrType: typeof(DateTime),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "reached",
                table: "ledger_reprojection",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddForeignKey(
                name: "FK_ledger_move_ledger_assignment_assignment_id",
                table: "ledger_move",
                column: "assignment_id",
                principalTable: "ledger_assignment",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }
    }
}
