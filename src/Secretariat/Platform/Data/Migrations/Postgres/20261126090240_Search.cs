using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Secretariat.Platform.Data.Migrations.Postgres
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
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AresNumber",
                table: "Outbox",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ContentSha256",
                table: "Messages",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "MailboxStates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Mailbox = table.Column<string>(type: "text", nullable: false),
                    ReadAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Problem = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MailboxStates", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SearchTexts",
                columns: table => new
                {
                    Number = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    RecordId = table.Column<Guid>(type: "uuid", nullable: false),
                    Words = table.Column<string>(type: "text", nullable: false)
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

            migrationBuilder.Sql(
                """
                CREATE INDEX "IX_SearchTexts_Words" ON "SearchTexts" USING gin (to_tsvector('simple', "Words"))
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "MailboxStates");

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
