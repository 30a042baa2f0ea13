using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongbao.Platform.Store.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LegalTime : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "store_outbox");

            migrationBuilder.CreateTable(
                name: "store_legal_time",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    ahead_microseconds = table.Column<long>(type: "INTEGER", nullable: false),
                    moved_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_store_legal_time", x => x.id);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "store_legal_time");

            migrationBuilder.CreateTable(
                name: "store_outbox",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    sent_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    topic = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_store_outbox", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_store_outbox_sent_at_id",
                table: "store_outbox",
                columns: new[] { "sent_at", "id" });
        }
    }
}
