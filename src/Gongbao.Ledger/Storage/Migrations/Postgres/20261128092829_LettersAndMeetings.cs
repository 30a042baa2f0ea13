using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongbao.Ledger.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class LettersAndMeetings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ledger_experience",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    programme_id = table.Column<Guid>(type: "uuid", nullable: false),
                    obligation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    report_id = table.Column<Guid>(type: "uuid", nullable: true),
                    unit = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    why = table.Column<string>(type: "text", nullable: false),
                    marked_on = table.Column<DateOnly>(type: "date", nullable: false),
                    marked_by = table.Column<string>(type: "text", nullable: false),
                    promoted_on = table.Column<DateOnly>(type: "date", nullable: true),
                    promoted_by = table.Column<string>(type: "text", nullable: true),
                    taken_back_on = table.Column<DateOnly>(type: "date", nullable: true),
                    taken_back_why = table.Column<string>(type: "text", nullable: true),
                    taken_back_by = table.Column<string>(type: "text", nullable: true),
                    revision = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_experience", x => x.id);
                    table.ForeignKey(
                        name: "FK_ledger_experience_ledger_obligation_obligation_id",
                        column: x => x.obligation_id,
                        principalTable: "ledger_obligation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ledger_letter",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false),
                    addressee = table.Column<string>(type: "text", nullable: false),
                    issuer = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    reply_by = table.Column<DateOnly>(type: "date", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: true),
                    year = table.Column<int>(type: "integer", nullable: true),
                    code = table.Column<string>(type: "text", nullable: true),
                    drafted_on = table.Column<DateOnly>(type: "date", nullable: false),
                    signed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    served_on = table.Column<DateOnly>(type: "date", nullable: true),
                    replied_on = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn_on = table.Column<DateOnly>(type: "date", nullable: true),
                    acts = table.Column<int>(type: "integer", nullable: false),
                    revision = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_letter", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ledger_letter_series",
                columns: table => new
                {
                    code = table.Column<string>(type: "text", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    last = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_letter_series", x => new { x.code, x.year });
                });

            migrationBuilder.CreateTable(
                name: "ledger_meeting",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    programme_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    held_on = table.Column<DateOnly>(type: "date", nullable: false),
                    where = table.Column<string>(type: "text", nullable: true),
                    chair = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    minutes = table.Column<string>(type: "text", nullable: false),
                    recorded_by = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    resolutions = table.Column<int>(type: "integer", nullable: false),
                    revision = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_meeting", x => x.id);
                    table.ForeignKey(
                        name: "FK_ledger_meeting_ledger_programme_programme_id",
                        column: x => x.programme_id,
                        principalTable: "ledger_programme",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ledger_plan",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    programme_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    dated_on = table.Column<DateOnly>(type: "date", nullable: false),
                    filed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    filed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    filed_by = table.Column<string>(type: "text", nullable: false),
                    link = table.Column<string>(type: "text", nullable: true),
                    file = table.Column<string>(type: "text", nullable: true),
                    file_name = table.Column<string>(type: "text", nullable: true),
                    file_length = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_plan", x => x.id);
                    table.ForeignKey(
                        name: "FK_ledger_plan_ledger_programme_programme_id",
                        column: x => x.programme_id,
                        principalTable: "ledger_programme",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ledger_plan_call",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    programme_id = table.Column<Guid>(type: "uuid", nullable: false),
                    units = table.Column<string>(type: "text", nullable: false),
                    place = table.Column<string>(type: "text", nullable: true),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    called_on = table.Column<DateOnly>(type: "date", nullable: false),
                    called_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    called_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_plan_call", x => x.id);
                    table.ForeignKey(
                        name: "FK_ledger_plan_call_ledger_programme_programme_id",
                        column: x => x.programme_id,
                        principalTable: "ledger_programme",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ledger_team_member",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    programme_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false),
                    post = table.Column<string>(type: "text", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    duty = table.Column<string>(type: "text", nullable: true),
                    joined_on = table.Column<DateOnly>(type: "date", nullable: false),
                    added_by = table.Column<string>(type: "text", nullable: false),
                    left_on = table.Column<DateOnly>(type: "date", nullable: true),
                    removed_by = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_team_member", x => x.id);
                    table.ForeignKey(
                        name: "FK_ledger_team_member_ledger_programme_programme_id",
                        column: x => x.programme_id,
                        principalTable: "ledger_programme",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ledger_visit",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    where = table.Column<string>(type: "text", nullable: false),
                    visited = table.Column<string>(type: "text", nullable: true),
                    whom = table.Column<string>(type: "text", nullable: true),
                    found = table.Column<string>(type: "text", nullable: false),
                    asked = table.Column<string>(type: "text", nullable: true),
                    recorded_by = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_visit", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ledger_letter_act",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    letter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: true),
                    day = table.Column<DateOnly>(type: "date", nullable: true),
                    service = table.Column<string>(type: "text", nullable: true),
                    recipient = table.Column<string>(type: "text", nullable: true),
                    link = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_letter_act", x => x.id);
                    table.ForeignKey(
                        name: "FK_ledger_letter_act_ledger_letter_letter_id",
                        column: x => x.letter_id,
                        principalTable: "ledger_letter",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ledger_letter_item",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    letter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    obligation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    assignment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    task = table.Column<string>(type: "text", nullable: false),
                    basis = table.Column<string>(type: "text", nullable: false),
                    clause = table.Column<string>(type: "text", nullable: true),
                    limit = table.Column<string>(type: "text", nullable: true),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    days_late = table.Column<int>(type: "integer", nullable: false),
                    is_report = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_letter_item", x => x.id);
                    table.ForeignKey(
                        name: "FK_ledger_letter_item_ledger_letter_letter_id",
                        column: x => x.letter_id,
                        principalTable: "ledger_letter",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ledger_letter_item_ledger_obligation_obligation_id",
                        column: x => x.obligation_id,
                        principalTable: "ledger_obligation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ledger_attendance",
                columns: table => new
                {
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_attendance", x => new { x.meeting_id, x.unit });
                    table.ForeignKey(
                        name: "FK_ledger_attendance_ledger_meeting_meeting_id",
                        column: x => x.meeting_id,
                        principalTable: "ledger_meeting",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ledger_resolution",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    obligation_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_resolution", x => x.id);
                    table.ForeignKey(
                        name: "FK_ledger_resolution_ledger_meeting_meeting_id",
                        column: x => x.meeting_id,
                        principalTable: "ledger_meeting",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ledger_resolution_ledger_obligation_obligation_id",
                        column: x => x.obligation_id,
                        principalTable: "ledger_obligation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ledger_visit_obligation",
                columns: table => new
                {
                    visit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    obligation_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_visit_obligation", x => new { x.visit_id, x.obligation_id });
                    table.ForeignKey(
                        name: "FK_ledger_visit_obligation_ledger_obligation_obligation_id",
                        column: x => x.obligation_id,
                        principalTable: "ledger_obligation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ledger_visit_obligation_ledger_visit_visit_id",
                        column: x => x.visit_id,
                        principalTable: "ledger_visit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ledger_experience_obligation_id",
                table: "ledger_experience",
                column: "obligation_id");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_experience_programme_id",
                table: "ledger_experience",
                column: "programme_id");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_experience_promoted_on",
                table: "ledger_experience",
                column: "promoted_on");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_letter_code_year_number",
                table: "ledger_letter",
                columns: new[] { "code", "year", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ledger_letter_drafted_on",
                table: "ledger_letter",
                column: "drafted_on");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_letter_unit_signed_on",
                table: "ledger_letter",
                columns: new[] { "unit", "signed_on" });

            migrationBuilder.CreateIndex(
                name: "IX_ledger_letter_act_letter_id_number",
                table: "ledger_letter_act",
                columns: new[] { "letter_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ledger_letter_item_letter_id_ordinal",
                table: "ledger_letter_item",
                columns: new[] { "letter_id", "ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ledger_letter_item_obligation_id",
                table: "ledger_letter_item",
                column: "obligation_id");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_meeting_programme_id_number",
                table: "ledger_meeting",
                columns: new[] { "programme_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ledger_plan_programme_id_unit",
                table: "ledger_plan",
                columns: new[] { "programme_id", "unit" });

            migrationBuilder.CreateIndex(
                name: "IX_ledger_plan_call_programme_id",
                table: "ledger_plan_call",
                column: "programme_id");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_resolution_meeting_id_number",
                table: "ledger_resolution",
                columns: new[] { "meeting_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ledger_resolution_obligation_id",
                table: "ledger_resolution",
                column: "obligation_id");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_team_member_programme_id",
                table: "ledger_team_member",
                column: "programme_id");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_visit_by_on",
                table: "ledger_visit",
                columns: new[] { "by", "on" });

            migrationBuilder.CreateIndex(
                name: "IX_ledger_visit_kind_on",
                table: "ledger_visit",
                columns: new[] { "kind", "on" });

            migrationBuilder.CreateIndex(
                name: "IX_ledger_visit_visited",
                table: "ledger_visit",
                column: "visited");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_visit_obligation_obligation_id",
                table: "ledger_visit_obligation",
                column: "obligation_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ledger_attendance");

            migrationBuilder.DropTable(
                name: "ledger_experience");

            migrationBuilder.DropTable(
                name: "ledger_letter_act");

            migrationBuilder.DropTable(
                name: "ledger_letter_item");

            migrationBuilder.DropTable(
                name: "ledger_letter_series");

            migrationBuilder.DropTable(
                name: "ledger_plan");

            migrationBuilder.DropTable(
                name: "ledger_plan_call");

            migrationBuilder.DropTable(
                name: "ledger_resolution");

            migrationBuilder.DropTable(
                name: "ledger_team_member");

            migrationBuilder.DropTable(
                name: "ledger_visit_obligation");

            migrationBuilder.DropTable(
                name: "ledger_letter");

            migrationBuilder.DropTable(
                name: "ledger_meeting");

            migrationBuilder.DropTable(
                name: "ledger_visit");
        }
    }
}
