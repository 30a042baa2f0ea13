using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongbao.Platform.Access.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class HolderContacts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "sealed_email",
                table: "access_account",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "sealed_mobile",
                table: "access_account",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_access_account_role_role_scope_kind_scope_id",
                table: "access_account_role",
                columns: new[] { "role", "scope_kind", "scope_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_access_account_role_role_scope_kind_scope_id",
                table: "access_account_role");

            migrationBuilder.DropColumn(
                name: "sealed_email",
                table: "access_account");

            migrationBuilder.DropColumn(
                name: "sealed_mobile",
                table: "access_account");
        }
    }
}
