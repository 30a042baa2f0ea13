using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongbao.Notices.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Subscriptions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "audience",
                table: "notice_watch",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "notice_subscription",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    target = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    address = table.Column<string>(type: "text", nullable: false),
                    sealed_email = table.Column<string>(type: "text", nullable: false),
                    email_mark = table.Column<string>(type: "text", nullable: false),
                    asked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    confirmed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notice_subscription", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_notice_subscription_asked_at",
                table: "notice_subscription",
                column: "asked_at");

            migrationBuilder.CreateIndex(
                name: "IX_notice_subscription_email_mark_target",
                table: "notice_subscription",
                columns: new[] { "email_mark", "target" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_notice_subscription_target",
                table: "notice_subscription",
                column: "target");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "notice_subscription");

            migrationBuilder.DropColumn(
                name: "audience",
                table: "notice_watch");
        }
    }
}
