using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongbao.Gazette.Library.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Uploads : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "content",
                table: "gazette_file",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "entry",
                table: "gazette_file",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ordinal",
                table: "gazette_file",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "upload_id",
                table: "gazette_file",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "gazette_upload",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    brought_by = table.Column<string>(type: "text", nullable: false),
                    brought_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    taken_by = table.Column<string>(type: "text", nullable: true),
                    taken_until = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    revision = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_gazette_upload", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_gazette_file_upload_id_ordinal",
                table: "gazette_file",
                columns: new[] { "upload_id", "ordinal" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "gazette_upload");

            migrationBuilder.DropIndex(
                name: "IX_gazette_file_upload_id_ordinal",
                table: "gazette_file");

            migrationBuilder.DropColumn(
                name: "content",
                table: "gazette_file");

            migrationBuilder.DropColumn(
                name: "entry",
                table: "gazette_file");

            migrationBuilder.DropColumn(
                name: "ordinal",
                table: "gazette_file");

            migrationBuilder.DropColumn(
                name: "upload_id",
                table: "gazette_file");
        }
    }
}
