using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongbao.Notices.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Parts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_notice_message_state_send_at",
                table: "notice_message");

            migrationBuilder.DropIndex(
                name: "IX_notice_delivery_recipient_channel_state_due_at_id",
                table: "notice_delivery");

            migrationBuilder.DropIndex(
                name: "IX_notice_delivery_state_channel_due_at_id",
                table: "notice_delivery");

            migrationBuilder.AddColumn<DateTime>(
                name: "telling_at",
                table: "notice_watch",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "told_to",
                table: "notice_watch",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_notice_message_send_at",
                table: "notice_message",
                column: "send_at",
                filter: "state = 'Waiting'");

            migrationBuilder.CreateIndex(
                name: "IX_notice_delivery_channel_due_at_id",
                table: "notice_delivery",
                columns: new[] { "channel", "due_at", "id" },
                filter: "state = 'Waiting'");

            migrationBuilder.CreateIndex(
                name: "IX_notice_delivery_recipient_channel_due_at_id",
                table: "notice_delivery",
                columns: new[] { "recipient", "channel", "due_at", "id" },
                filter: "state = 'Waiting'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_notice_message_send_at",
                table: "notice_message");

            migrationBuilder.DropIndex(
                name: "IX_notice_delivery_channel_due_at_id",
                table: "notice_delivery");

            migrationBuilder.DropIndex(
                name: "IX_notice_delivery_recipient_channel_due_at_id",
                table: "notice_delivery");

            migrationBuilder.DropColumn(
                name: "telling_at",
                table: "notice_watch");

            migrationBuilder.DropColumn(
                name: "told_to",
                table: "notice_watch");

            migrationBuilder.CreateIndex(
                name: "IX_notice_message_state_send_at",
                table: "notice_message",
                columns: new[] { "state", "send_at" });

            migrationBuilder.CreateIndex(
                name: "IX_notice_delivery_recipient_channel_state_due_at_id",
                table: "notice_delivery",
                columns: new[] { "recipient", "channel", "state", "due_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_notice_delivery_state_channel_due_at_id",
                table: "notice_delivery",
                columns: new[] { "state", "channel", "due_at", "id" });
        }
    }
}
