using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongbao.Gazette.Library.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ClauseRunsIn : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "runs_in",
                table: "gazette_clause",
                type: "boolean",
                nullable: false,
                defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "runs_in",
                table: "gazette_clause");
        }
    }
}
