using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Secretariat.Platform.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Search : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "AresDate",
                table: "Outbox",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AresNumber",
                table: "Outbox",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ContentSha256",
                table: "Messages",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "MailboxStates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Mailbox = table.Column<string>(type: "TEXT", nullable: false),
                    ReadAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Problem = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MailboxStates", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SearchTexts",
                columns: table => new
                {
                    Number = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RecordId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Words = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchTexts", x => x.Number);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_AresNumber",
                table: "Outbox",
                column: "AresNumber",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MailboxStates_Mailbox",
                table: "MailboxStates",
                column: "Mailbox",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SearchTexts_RecordId",
                table: "SearchTexts",
                column: "RecordId",
                unique: true);

            // The index of the words, kept in step with their table by SQLite itself.
            migrationBuilder.Sql(
                """
                CREATE VIRTUAL TABLE "SearchWords" USING fts5(
                    "Words", content='SearchTexts', content_rowid='Number', tokenize='unicode61 remove_diacritics 0', prefix='3 5')
                """);
            migrationBuilder.Sql(
                """
                CREATE TRIGGER "SearchTexts_Added" AFTER INSERT ON "SearchTexts" BEGIN
                    INSERT INTO "SearchWords"(rowid, "Words") VALUES (new."Number", new."Words");
                END
                """);
            migrationBuilder.Sql(
                """
                CREATE TRIGGER "SearchTexts_Removed" AFTER DELETE ON "SearchTexts" BEGIN
                    INSERT INTO "SearchWords"("SearchWords", rowid, "Words") VALUES ('delete', old."Number", old."Words");
                END
                """);
            migrationBuilder.Sql(
                """
                CREATE TRIGGER "SearchTexts_Changed" AFTER UPDATE ON "SearchTexts" BEGIN
                    INSERT INTO "SearchWords"("SearchWords", rowid, "Words") VALUES ('delete', old."Number", old."Words");
                    INSERT INTO "SearchWords"(rowid, "Words") VALUES (new."Number", new."Words");
                END
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "MailboxStates");

            migrationBuilder.Sql("""DROP TABLE "SearchWords" """);

            migrationBuilder.DropTable(
                name: "SearchTexts");

            migrationBuilder.DropIndex(
                name: "IX_Outbox_AresNumber",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "AresDate",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "AresNumber",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "ContentSha256",
                table: "Messages");
        }
    }
}
