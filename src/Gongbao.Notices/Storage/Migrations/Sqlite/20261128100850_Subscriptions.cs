using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongbao.Notices.Storage.Migrations.Sqlite
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
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "notice_subscription",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    target = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    address = table.Column<string>(type: "TEXT", nullable: false),
                    sealed_email = table.Column<string>(type: "TEXT", nullable: false),
                    email_mark = table.Column<string>(type: "TEXT", nullable: false),
                    asked_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    confirmed_at = table.Column<DateTime>(type: "TEXT", nullable: true)
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
