using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongbao.Platform.Access.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Deputies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "deputy_for",
                table: "access_account_role",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "from",
                table: "access_account_role",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "until",
                table: "access_account_role",
                type: "date",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_access_account_role_deputy_for",
                table: "access_account_role",
                column: "deputy_for");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_access_account_role_deputy_for",
                table: "access_account_role");

            migrationBuilder.DropColumn(
                name: "deputy_for",
                table: "access_account_role");

            migrationBuilder.DropColumn(
                name: "from",
                table: "access_account_role");

            migrationBuilder.DropColumn(
                name: "until",
                table: "access_account_role");
        }
    }
}
