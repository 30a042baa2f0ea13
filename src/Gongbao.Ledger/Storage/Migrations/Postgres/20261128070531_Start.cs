using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongbao.Ledger.Storage.Migrations.Postgres
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<string>(type: "text", nullable: true),
                    signed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    opened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    revision = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_programme", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ledger_obligation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    programme_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    proposal = table.Column<string>(type: "text", nullable: true),
                    place = table.Column<string>(type: "text", nullable: true),
                    place_name = table.Column<string>(type: "text", nullable: true),
                    measure = table.Column<string>(type: "text", nullable: true),
                    group = table.Column<string>(type: "text", nullable: true),
                    task = table.Column<string>(type: "text", nullable: false),
                    output = table.Column<string>(type: "text", nullable: true),
                    units = table.Column<string>(type: "text", nullable: true),
                    limit = table.Column<string>(type: "text", nullable: true),
                    owed_since = table.Column<DateOnly>(type: "date", nullable: false),
                    acts = table.Column<int>(type: "integer", nullable: false),
                    revision = table.Column<long>(type: "bigint", nullable: false)
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    obligation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    assignment_id = table.Column<Guid>(type: "uuid", nullable: true),
                    number = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: true),
                    day = table.Column<DateOnly>(type: "date", nullable: true),
                    limit = table.Column<string>(type: "text", nullable: true),
                    source = table.Column<string>(type: "text", nullable: true),
                    turn = table.Column<string>(type: "text", nullable: true),
                    is_done = table.Column<bool>(type: "boolean", nullable: false),
                    link = table.Column<string>(type: "text", nullable: true),
                    owner = table.Column<string>(type: "text", nullable: true),
                    answers = table.Column<Guid>(type: "uuid", nullable: true)
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    obligation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    programme_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    printed = table.Column<string>(type: "text", nullable: false),
                    by_group = table.Column<bool>(type: "boolean", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    shares_since = table.Column<DateOnly>(type: "date", nullable: false),
                    stage = table.Column<string>(type: "text", nullable: false),
                    owed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    report_by = table.Column<DateOnly>(type: "date", nullable: true),
                    last_report_on = table.Column<DateOnly>(type: "date", nullable: true)
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    obligation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    programme_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    words = table.Column<string>(type: "text", nullable: false),
                    why = table.Column<string>(type: "text", nullable: false),
                    answer = table.Column<string>(type: "text", nullable: true),
                    answered_by = table.Column<string>(type: "text", nullable: true),
                    answered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
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
