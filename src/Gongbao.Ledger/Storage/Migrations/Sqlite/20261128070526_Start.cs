using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongbao.Ledger.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Start : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ledger_programme",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    slug = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: true),
                    signed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    opened_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    revision = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_programme", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ledger_obligation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    programme_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    proposal = table.Column<string>(type: "TEXT", nullable: true),
                    place = table.Column<string>(type: "TEXT", nullable: true),
                    place_name = table.Column<string>(type: "TEXT", nullable: true),
                    measure = table.Column<string>(type: "TEXT", nullable: true),
                    group = table.Column<string>(type: "TEXT", nullable: true),
                    task = table.Column<string>(type: "TEXT", nullable: false),
                    output = table.Column<string>(type: "TEXT", nullable: true),
                    units = table.Column<string>(type: "TEXT", nullable: true),
                    limit = table.Column<string>(type: "TEXT", nullable: true),
                    owed_since = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    acts = table.Column<int>(type: "INTEGER", nullable: false),
                    revision = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_obligation", x => x.id);
                    table.ForeignKey(
                        name: "FK_ledger_obligation_ledger_programme_programme_id",
                        column: x => x.programme_id,
                        principalTable: "ledger_programme",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ledger_act",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    obligation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    assignment_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: true),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    limit = table.Column<string>(type: "TEXT", nullable: true),
                    source = table.Column<string>(type: "TEXT", nullable: true),
                    turn = table.Column<string>(type: "TEXT", nullable: true),
                    is_done = table.Column<bool>(type: "INTEGER", nullable: false),
                    link = table.Column<string>(type: "TEXT", nullable: true),
                    owner = table.Column<string>(type: "TEXT", nullable: true),
                    answers = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_act", x => x.id);
                    table.ForeignKey(
                        name: "FK_ledger_act_ledger_obligation_obligation_id",
                        column: x => x.obligation_id,
                        principalTable: "ledger_obligation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ledger_assignment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    obligation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    programme_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit = table.Column<string>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", nullable: false),
                    printed = table.Column<string>(type: "TEXT", nullable: false),
                    by_group = table.Column<bool>(type: "INTEGER", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    shares_since = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    stage = table.Column<string>(type: "TEXT", nullable: false),
                    owed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    report_by = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    last_report_on = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_assignment", x => x.id);
                    table.ForeignKey(
                        name: "FK_ledger_assignment_ledger_obligation_obligation_id",
                        column: x => x.obligation_id,
                        principalTable: "ledger_obligation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ledger_question",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    obligation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    programme_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    words = table.Column<string>(type: "TEXT", nullable: false),
                    why = table.Column<string>(type: "TEXT", nullable: false),
                    answer = table.Column<string>(type: "TEXT", nullable: true),
                    answered_by = table.Column<string>(type: "TEXT", nullable: true),
                    answered_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_question", x => x.id);
                    table.ForeignKey(
                        name: "FK_ledger_question_ledger_obligation_obligation_id",
                        column: x => x.obligation_id,
                        principalTable: "ledger_obligation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ledger_act_obligation_id_number",
                table: "ledger_act",
                columns: new[] { "obligation_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ledger_assignment_obligation_id_unit",
                table: "ledger_assignment",
                columns: new[] { "obligation_id", "unit" },
                unique: true);

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

            migrationBuilder.CreateIndex(
                name: "IX_ledger_obligation_programme_id_ordinal",
                table: "ledger_obligation",
                columns: new[] { "programme_id", "ordinal" });

            migrationBuilder.CreateIndex(
                name: "IX_ledger_obligation_programme_id_proposal",
                table: "ledger_obligation",
                columns: new[] { "programme_id", "proposal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ledger_programme_slug",
                table: "ledger_programme",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ledger_question_obligation_id",
                table: "ledger_question",
                column: "obligation_id");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_question_programme_id_answered_at",
                table: "ledger_question",
                columns: new[] { "programme_id", "answered_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ledger_act");

            migrationBuilder.DropTable(
                name: "ledger_assignment");

            migrationBuilder.DropTable(
                name: "ledger_question");

            migrationBuilder.DropTable(
                name: "ledger_obligation");

            migrationBuilder.DropTable(
                name: "ledger_programme");
        }
    }
}
