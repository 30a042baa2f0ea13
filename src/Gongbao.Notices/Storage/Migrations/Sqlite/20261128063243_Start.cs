using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongbao.Notices.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Start : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "notice_attempt",
                columns: table => new
                {
                    delivery_id = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", nullable: false),
                    fault = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notice_attempt", x => new { x.delivery_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "notice_delivery",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    channel = table.Column<string>(type: "TEXT", nullable: false),
                    recipient = table.Column<Guid>(type: "TEXT", nullable: false),
                    due_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    messages = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    next_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    taken_by = table.Column<string>(type: "TEXT", nullable: true),
                    taken_until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    handed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    fault = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notice_delivery", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "notice_message",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    watch_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cause = table.Column<string>(type: "TEXT", nullable: false),
                    step = table.Column<int>(type: "INTEGER", nullable: false),
                    rungs = table.Column<string>(type: "TEXT", nullable: false),
                    recipient = table.Column<Guid>(type: "TEXT", nullable: true),
                    people = table.Column<string>(type: "TEXT", nullable: true),
                    unit = table.Column<string>(type: "TEXT", nullable: true),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: true),
                    clause = table.Column<string>(type: "TEXT", nullable: true),
                    address = table.Column<string>(type: "TEXT", nullable: false),
                    is_urgent = table.Column<bool>(type: "INTEGER", nullable: false),
                    due_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    send_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    channels = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    delivery_id = table.Column<string>(type: "TEXT", nullable: true),
                    acknowledged_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notice_message", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "notice_turn",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    taken = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notice_turn", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "notice_watch",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    cause = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    ladder = table.Column<string>(type: "TEXT", nullable: true),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: true),
                    clause = table.Column<string>(type: "TEXT", nullable: true),
                    address = table.Column<string>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    since = table.Column<DateTime>(type: "TEXT", nullable: true),
                    units = table.Column<string>(type: "TEXT", nullable: false),
                    verb = table.Column<string>(type: "TEXT", nullable: true),
                    account = table.Column<Guid>(type: "TEXT", nullable: true),
                    is_urgent = table.Column<bool>(type: "INTEGER", nullable: false),
                    begun_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    reached = table.Column<int>(type: "INTEGER", nullable: true),
                    next_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    rules = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    end_reason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notice_watch", x => x.id);
                });

            migrationBuilder.InsertData(
                table: "notice_turn",
                columns: new[] { "id", "taken" },
                values: new object[] { 1, 0L });

            migrationBuilder.CreateIndex(
                name: "IX_notice_delivery_handed_at",
                table: "notice_delivery",
                column: "handed_at");

            migrationBuilder.CreateIndex(
                name: "IX_notice_delivery_recipient_channel_state_due_at_id",
                table: "notice_delivery",
                columns: new[] { "recipient", "channel", "state", "due_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_notice_delivery_state_channel_due_at_id",
                table: "notice_delivery",
                columns: new[] { "state", "channel", "due_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_notice_message_cause",
                table: "notice_message",
                column: "cause");

            migrationBuilder.CreateIndex(
                name: "IX_notice_message_delivery_id",
                table: "notice_message",
                column: "delivery_id");

            migrationBuilder.CreateIndex(
                name: "IX_notice_message_due_at_id",
                table: "notice_message",
                columns: new[] { "due_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_notice_message_recipient_due_at_id",
                table: "notice_message",
                columns: new[] { "recipient", "due_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_notice_message_state_send_at",
                table: "notice_message",
                columns: new[] { "state", "send_at" });

            migrationBuilder.CreateIndex(
                name: "IX_notice_message_watch_id",
                table: "notice_message",
                column: "watch_id");

            migrationBuilder.CreateIndex(
                name: "IX_notice_watch_key",
                table: "notice_watch",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_notice_watch_next_at",
                table: "notice_watch",
                column: "next_at");

            migrationBuilder.CreateIndex(
                name: "IX_notice_watch_state_rules",
                table: "notice_watch",
                columns: new[] { "state", "rules" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "notice_attempt");

            migrationBuilder.DropTable(
                name: "notice_delivery");

            migrationBuilder.DropTable(
                name: "notice_message");

            migrationBuilder.DropTable(
                name: "notice_turn");

            migrationBuilder.DropTable(
                name: "notice_watch");
        }
    }
}
