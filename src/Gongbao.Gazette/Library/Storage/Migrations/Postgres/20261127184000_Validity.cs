using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongbao.Gazette.Library.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Validity : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "expires_on",
                table: "gazette_document",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "validity",
                table: "gazette_document",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "gazette_validity_claim",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_document_id = table.Column<Guid>(type: "uuid", nullable: true),
                    from_slug = table.Column<string>(type: "text", nullable: true),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: true),
                    effect = table.Column<string>(type: "text", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    words = table.Column<string>(type: "text", nullable: false),
                    words_hash = table.Column<string>(type: "text", nullable: false),
                    occurrence = table.Column<int>(type: "integer", nullable: false),
                    span_from = table.Column<int>(type: "integer", nullable: false),
                    span_to = table.Column<int>(type: "integer", nullable: false),
                    target_words = table.Column<string>(type: "text", nullable: false),
                    citation = table.Column<int>(type: "integer", nullable: true),
                    place = table.Column<string>(type: "text", nullable: true),
                    instruction = table.Column<string>(type: "text", nullable: true),
                    on = table.Column<DateOnly>(type: "date", nullable: true),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    confidence = table.Column<double>(type: "double precision", nullable: false),
                    why = table.Column<string>(type: "text", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    target_document_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_by = table.Column<string>(type: "text", nullable: true),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    is_gone = table.Column<bool>(type: "boolean", nullable: false),
                    revision = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_gazette_validity_claim", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "gazette_validity_decision",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    claim_id = table.Column<Guid>(type: "uuid", nullable: false),
                    target_document_id = table.Column<Guid>(type: "uuid", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    is_gone = table.Column<bool>(type: "boolean", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: true),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    by = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_gazette_validity_decision", x => x.id);
                    table.ForeignKey(
                        name: "FK_gazette_validity_decision_gazette_validity_claim_claim_id",
                        column: x => x.claim_id,
                        principalTable: "gazette_validity_claim",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_gazette_document_expires_on",
                table: "gazette_document",
                column: "expires_on");

            migrationBuilder.CreateIndex(
                name: "IX_gazette_validity_claim_campaign_id",
                table: "gazette_validity_claim",
                column: "campaign_id");

            migrationBuilder.CreateIndex(
                name: "IX_gazette_validity_claim_from_document_id_effect_words_hash_o~",
                table: "gazette_validity_claim",
                columns: new[] { "from_document_id", "effect", "words_hash", "occurrence" });

            migrationBuilder.CreateIndex(
                name: "IX_gazette_validity_claim_state",
                table: "gazette_validity_claim",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "IX_gazette_validity_claim_target_document_id",
                table: "gazette_validity_claim",
                column: "target_document_id");

            migrationBuilder.CreateIndex(
                name: "IX_gazette_validity_decision_claim_id",
                table: "gazette_validity_decision",
                column: "claim_id");

            migrationBuilder.CreateIndex(
                name: "IX_gazette_validity_decision_target_document_id",
                table: "gazette_validity_decision",
                column: "target_document_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "gazette_validity_decision");

            migrationBuilder.DropTable(
                name: "gazette_validity_claim");

            migrationBuilder.DropIndex(
                name: "IX_gazette_document_expires_on",
                table: "gazette_document");

            migrationBuilder.DropColumn(
                name: "expires_on",
                table: "gazette_document");

            migrationBuilder.DropColumn(
                name: "validity",
                table: "gazette_document");
        }
    }
}
