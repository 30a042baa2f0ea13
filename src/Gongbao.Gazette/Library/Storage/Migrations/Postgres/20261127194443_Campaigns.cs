using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongbao.Gazette.Library.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Campaigns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "gazette_campaign",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    scope = table.Column<string>(type: "text", nullable: false),
                    offices = table.Column<string>(type: "text", nullable: false),
                    opened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    opened_by = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    corrects_id = table.Column<Guid>(type: "uuid", nullable: true),
                    effect_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ended_by = table.Column<string>(type: "text", nullable: true),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    revision = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_gazette_campaign", x => x.id);
                    table.ForeignKey(
                        name: "FK_gazette_campaign_gazette_campaign_corrects_id",
                        column: x => x.corrects_id,
                        principalTable: "gazette_campaign",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "gazette_campaign_item",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    slug = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<string>(type: "text", nullable: true),
                    title = table.Column<string>(type: "text", nullable: false),
                    issuers = table.Column<string>(type: "text", nullable: false),
                    dated_on = table.Column<DateOnly>(type: "date", nullable: true),
                    state_then = table.Column<string>(type: "text", nullable: false),
                    expires_on = table.Column<DateOnly>(type: "date", nullable: true),
                    added_by = table.Column<string>(type: "text", nullable: false),
                    added_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    is_later = table.Column<bool>(type: "boolean", nullable: false),
                    decision = table.Column<string>(type: "text", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    decided_by = table.Column<string>(type: "text", nullable: true),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    revision = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_gazette_campaign_item", x => x.id);
                    table.ForeignKey(
                        name: "FK_gazette_campaign_item_gazette_campaign_campaign_id",
                        column: x => x.campaign_id,
                        principalTable: "gazette_campaign",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_gazette_campaign_item_gazette_document_document_id",
                        column: x => x.document_id,
                        principalTable: "gazette_document",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "gazette_campaign_opinion",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    office = table.Column<string>(type: "text", nullable: false),
                    measure = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_gazette_campaign_opinion", x => x.id);
                    table.ForeignKey(
                        name: "FK_gazette_campaign_opinion_gazette_campaign_item_item_id",
                        column: x => x.item_id,
                        principalTable: "gazette_campaign_item",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_gazette_campaign_corrects_id",
                table: "gazette_campaign",
                column: "corrects_id");

            migrationBuilder.CreateIndex(
                name: "IX_gazette_campaign_slug",
                table: "gazette_campaign",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_gazette_campaign_state",
                table: "gazette_campaign",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "IX_gazette_campaign_item_campaign_id_document_id",
                table: "gazette_campaign_item",
                columns: new[] { "campaign_id", "document_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_gazette_campaign_item_campaign_id_ordinal",
                table: "gazette_campaign_item",
                columns: new[] { "campaign_id", "ordinal" });

            migrationBuilder.CreateIndex(
                name: "IX_gazette_campaign_item_document_id",
                table: "gazette_campaign_item",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "IX_gazette_campaign_opinion_item_id",
                table: "gazette_campaign_opinion",
                column: "item_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "gazette_campaign_opinion");

            migrationBuilder.DropTable(
                name: "gazette_campaign_item");

            migrationBuilder.DropTable(
                name: "gazette_campaign");
        }
    }
}
