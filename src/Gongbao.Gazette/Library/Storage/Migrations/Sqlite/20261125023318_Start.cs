using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongbao.Gazette.Library.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Start : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "gazette_decision",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    document_key = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    words_hash = table.Column<string>(type: "TEXT", nullable: false),
                    occurrence = table.Column<int>(type: "INTEGER", nullable: false),
                    verdict = table.Column<string>(type: "TEXT", nullable: false),
                    proposal = table.Column<string>(type: "TEXT", nullable: true),
                    correction = table.Column<string>(type: "TEXT", nullable: true),
                    decided_by = table.Column<string>(type: "TEXT", nullable: false),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_gazette_decision", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "gazette_source",
                columns: table => new
                {
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    encoding = table.Column<string>(type: "TEXT", nullable: false),
                    characters = table.Column<int>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    imported_by = table.Column<string>(type: "TEXT", nullable: false),
                    imported_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_gazette_source", x => x.hash);
                });

            migrationBuilder.CreateTable(
                name: "gazette_issue",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    slug = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    source_hash = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    frame = table.Column<string>(type: "TEXT", nullable: false),
                    totals = table.Column<string>(type: "TEXT", nullable: false),
                    read_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    revision = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_gazette_issue", x => x.id);
                    table.ForeignKey(
                        name: "FK_gazette_issue_gazette_source_source_hash",
                        column: x => x.source_hash,
                        principalTable: "gazette_source",
                        principalColumn: "hash",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "gazette_document",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    issue_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    slug = table.Column<string>(type: "TEXT", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: true),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    issuers = table.Column<string>(type: "TEXT", nullable: false),
                    dated_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    search_text = table.Column<string>(type: "TEXT", nullable: false),
                    reading = table.Column<string>(type: "TEXT", nullable: false),
                    is_withdrawn = table.Column<bool>(type: "INTEGER", nullable: false),
                    revision = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_gazette_document", x => x.id);
                    table.ForeignKey(
                        name: "FK_gazette_document_gazette_issue_issue_id",
                        column: x => x.issue_id,
                        principalTable: "gazette_issue",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "gazette_clause",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    document_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    slug = table.Column<string>(type: "TEXT", nullable: false),
                    place = table.Column<string>(type: "TEXT", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    search_text = table.Column<string>(type: "TEXT", nullable: false),
                    text_hash = table.Column<string>(type: "TEXT", nullable: false),
                    is_gone = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_gazette_clause", x => x.id);
                    table.ForeignKey(
                        name: "FK_gazette_clause_gazette_document_document_id",
                        column: x => x.document_id,
                        principalTable: "gazette_document",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "gazette_reading",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    document_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    document_key = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    words_hash = table.Column<string>(type: "TEXT", nullable: false),
                    occurrence = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<string>(type: "TEXT", nullable: false),
                    proposal = table.Column<string>(type: "TEXT", nullable: true),
                    correction = table.Column<string>(type: "TEXT", nullable: true),
                    why = table.Column<string>(type: "TEXT", nullable: true),
                    confidence = table.Column<double>(type: "REAL", nullable: false),
                    line = table.Column<int>(type: "INTEGER", nullable: false),
                    span_from = table.Column<int>(type: "INTEGER", nullable: false),
                    span_to = table.Column<int>(type: "INTEGER", nullable: false),
                    clause_slug = table.Column<string>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    decided_by = table.Column<string>(type: "TEXT", nullable: true),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    is_gone = table.Column<bool>(type: "INTEGER", nullable: false),
                    revision = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_gazette_reading", x => x.id);
                    table.ForeignKey(
                        name: "FK_gazette_reading_gazette_document_document_id",
                        column: x => x.document_id,
                        principalTable: "gazette_document",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "gazette_clause_address",
                columns: table => new
                {
                    document_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    slug = table.Column<string>(type: "TEXT", nullable: false),
                    clause_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_gazette_clause_address", x => new { x.document_id, x.slug });
                    table.ForeignKey(
                        name: "FK_gazette_clause_address_gazette_clause_clause_id",
                        column: x => x.clause_id,
                        principalTable: "gazette_clause",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_gazette_clause_document_id_ordinal",
                table: "gazette_clause",
                columns: new[] { "document_id", "ordinal" });

            migrationBuilder.CreateIndex(
                name: "IX_gazette_clause_document_id_slug",
                table: "gazette_clause",
                columns: new[] { "document_id", "slug" });

            migrationBuilder.CreateIndex(
                name: "IX_gazette_clause_address_clause_id",
                table: "gazette_clause_address",
                column: "clause_id");

            migrationBuilder.CreateIndex(
                name: "IX_gazette_decision_document_key_kind_words_hash_occurrence",
                table: "gazette_decision",
                columns: new[] { "document_key", "kind", "words_hash", "occurrence" });

            migrationBuilder.CreateIndex(
                name: "IX_gazette_document_issue_id_ordinal",
                table: "gazette_document",
                columns: new[] { "issue_id", "ordinal" });

            migrationBuilder.CreateIndex(
                name: "IX_gazette_document_key",
                table: "gazette_document",
                column: "key");

            migrationBuilder.CreateIndex(
                name: "IX_gazette_document_slug",
                table: "gazette_document",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_gazette_issue_slug",
                table: "gazette_issue",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_gazette_issue_source_hash",
                table: "gazette_issue",
                column: "source_hash");

            migrationBuilder.CreateIndex(
                name: "IX_gazette_reading_document_id",
                table: "gazette_reading",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "IX_gazette_reading_document_key_kind_words_hash_occurrence",
                table: "gazette_reading",
                columns: new[] { "document_key", "kind", "words_hash", "occurrence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_gazette_reading_state_confidence",
                table: "gazette_reading",
                columns: new[] { "state", "confidence" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "gazette_clause_address");

            migrationBuilder.DropTable(
                name: "gazette_decision");

            migrationBuilder.DropTable(
                name: "gazette_reading");

            migrationBuilder.DropTable(
                name: "gazette_clause");

            migrationBuilder.DropTable(
                name: "gazette_document");

            migrationBuilder.DropTable(
                name: "gazette_issue");

            migrationBuilder.DropTable(
                name: "gazette_source");
        }
    }
}
