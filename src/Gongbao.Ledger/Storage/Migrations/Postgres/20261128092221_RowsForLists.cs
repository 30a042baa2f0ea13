using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongbao.Ledger.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class RowsForLists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_ledger_assignment_owed_on",
                table: "ledger_assignment");

            migrationBuilder.DropIndex(
                name: "IX_ledger_assignment_programme_id",
                table: "ledger_assignment");

            migrationBuilder.DropIndex(
                name: "IX_ledger_assignment_report_by",
                table: "ledger_assignment");

            migrationBuilder.DropIndex(
                name: "IX_ledger_assignment_unit_stage_owed_on",
                table: "ledger_assignment");

            migrationBuilder.AddColumn<DateOnly>(
                name: "counted_from",
                table: "ledger_assignment",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "done_on",
                table: "ledger_assignment",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "has_measure",
                table: "ledger_assignment",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "is_settled",
                table: "ledger_assignment",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateOnly>(
                name: "next_on",
                table: "ledger_assignment",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<int>(
                name: "position",
                table: "ledger_assignment",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "was_late",
                table: "ledger_assignment",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "working_days",
                table: "ledger_assignment",
                type: "integer",
                nullable: true);

            migrationBuilder.Sql("""
                update ledger_assignment set next_on = coalesce(owed_on, report_by, 'infinity'), is_settled = (stage in ('Verified', 'Released')),
                position = ordinal + 1000 * (select o.ordinal from ledger_obligation o where o.id = ledger_assignment.obligation_id)
                """);

            migrationBuilder.CreateIndex(
                name: "IX_ledger_assignment_counted_from_working_days_owed_on",
                table: "ledger_assignment",
                columns: new[] { "counted_from", "working_days", "owed_on" });

            migrationBuilder.CreateIndex(
                name: "IX_ledger_assignment_next_on_programme_id_position",
                table: "ledger_assignment",
                columns: new[] { "next_on", "programme_id", "position" });

            migrationBuilder.CreateIndex(
                name: "IX_ledger_assignment_programme_id_position",
                table: "ledger_assignment",
                columns: new[] { "programme_id", "position" });

            migrationBuilder.CreateIndex(
                name: "IX_ledger_assignment_programme_id_stage_owed_on_report_by",
                table: "ledger_assignment",
                columns: new[] { "programme_id", "stage", "owed_on", "report_by" });

            migrationBuilder.CreateIndex(
                name: "IX_ledger_assignment_stage_done_on_programme_id_position",
                table: "ledger_assignment",
                columns: new[] { "stage", "done_on", "programme_id", "position" });

            migrationBuilder.CreateIndex(
                name: "IX_ledger_assignment_unit_is_settled_next_on_programme_id_posi~",
                table: "ledger_assignment",
                columns: new[] { "unit", "is_settled", "next_on", "programme_id", "position" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_ledger_assignment_counted_from_working_days_owed_on",
                table: "ledger_assignment");

            migrationBuilder.DropIndex(
                name: "IX_ledger_assignment_next_on_programme_id_position",
                table: "ledger_assignment");

            migrationBuilder.DropIndex(
                name: "IX_ledger_assignment_programme_id_position",
                table: "ledger_assignment");

            migrationBuilder.DropIndex(
                name: "IX_ledger_assignment_programme_id_stage_owed_on_report_by",
                table: "ledger_assignment");

            migrationBuilder.DropIndex(
                name: "IX_ledger_assignment_stage_done_on_programme_id_position",
                table: "ledger_assignment");

            migrationBuilder.DropIndex(
                name: "IX_ledger_assignment_unit_is_settled_next_on_programme_id_posi~",
                table: "ledger_assignment");

            migrationBuilder.DropColumn(
                name: "counted_from",
                table: "ledger_assignment");

            migrationBuilder.DropColumn(
                name: "done_on",
                table: "ledger_assignment");

            migrationBuilder.DropColumn(
                name: "has_measure",
                table: "ledger_assignment");

            migrationBuilder.DropColumn(
                name: "is_settled",
                table: "ledger_assignment");

            migrationBuilder.DropColumn(
                name: "next_on",
                table: "ledger_assignment");

            migrationBuilder.DropColumn(
                name: "position",
                table: "ledger_assignment");

            migrationBuilder.DropColumn(
                name: "was_late",
                table: "ledger_assignment");

            migrationBuilder.DropColumn(
                name: "working_days",
                table: "ledger_assignment");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_assignment_owed_on",
                table: "ledger_assignment",
                column: "owed_on");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_assignment_programme_id",
                table: "ledger_assignment",
                column: "programme_id");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_assignment_report_by",
                table: "ledger_assignment",
                column: "report_by");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_assignment_unit_stage_owed_on",
                table: "ledger_assignment",
                columns: new[] { "unit", "stage", "owed_on" });
        }
    }
}
