using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongbao.Gazette.Library.Storage.Migrations.Sqlite
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    slug = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    scope = table.Column<string>(type: "TEXT", nullable: false),
                    offices = table.Column<string>(type: "TEXT", nullable: false),
                    opened_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    opened_by = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    corrects_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    effect_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ended_by = table.Column<string>(type: "TEXT", nullable: true),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    revision = table.Column<long>(type: "INTEGER", nullable: false)
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    campaign_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    document_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    slug = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: true),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    issuers = table.Column<string>(type: "TEXT", nullable: false),
                    dated_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    state_then = table.Column<string>(type: "TEXT", nullable: false),
                    expires_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    added_by = table.Column<string>(type: "TEXT", nullable: false),
                    added_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    is_later = table.Column<bool>(type: "INTEGER", nullable: false),
                    decision = table.Column<string>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    decided_by = table.Column<string>(type: "TEXT", nullable: true),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    revision = table.Column<long>(type: "INTEGER", nullable: false)
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    item_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    office = table.Column<string>(type: "TEXT", nullable: false),
                    measure = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
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
