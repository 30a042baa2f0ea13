using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongbao.Gazette.Library.Storage.Migrations.Sqlite
{
    /// <summary>A document that was amended has a row for each of its wordings. Where there are such, the index is built anew at the next start.</summary>
    public partial class SearchWordings : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            foreach (var set in new[] { "0", "1" })
            {
                migrationBuilder.Sql($"""
                    create table gazette_search_wording (
                        id integer primary key, document_id text not null, dated integer not null, title_at integer not null, head text not null, facets text not null, states text not null);
                    insert into gazette_search_wording select id, document_id, dated, title_at, head, facets, states from gazette_search_document_{set};
                    drop table gazette_search_document_{set};
                    alter table gazette_search_wording rename to gazette_search_document_{set};
                    create index ix_gazette_search_document_{set} on gazette_search_document_{set} (document_id);
                    """);
            }
            migrationBuilder.Sql("""
                update gazette_search_state set building_set = 1 - current_set, done = 0, built_to = null
                where building_set is null and exists (select 1 from gazette_validity_claim where effect in ('Amend', 'RepealPart') and state in ('Standing', 'Confirmed'))
                """);
        }

        /// <summary>The index is empty afterwards: <c>gongbao search rebuild</c> fills it.</summary>
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var set in new[] { "0", "1" })
            {
                migrationBuilder.Sql($"""
                    delete from gazette_search_document_{set};
                    drop index ix_gazette_search_document_{set};
                    create unique index ix_gazette_search_document_{set} on gazette_search_document_{set} (document_id);
                    """);
            }
        }
    }
}
