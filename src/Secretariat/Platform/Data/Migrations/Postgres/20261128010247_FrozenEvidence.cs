using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Secretariat.Platform.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class FrozenEvidence : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // The search by parts of words finds the numbers that were recorded before.
            migrationBuilder.Sql("""UPDATE "Messages" SET "Folded" = "Folded" || ' ' || lower("AresNumber") WHERE "AresNumber" IS NOT NULL""");

            migrationBuilder.AddColumn<DateOnly>(
                name: "TheirDate",
                table: "Messages",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TheirReference",
                table: "Messages",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CheckCode",
                table: "Letters",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "CorrectsId",
                table: "Letters",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "TheirDate",
                table: "Letters",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TheirReference",
                table: "Letters",
                type: "text",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Messages_TheirReference",
                table: "Messages",
                column: "TheirReference");

            migrationBuilder.CreateIndex(
                name: "IX_Letters_CheckCode",
                table: "Letters",
                column: "CheckCode",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Letters_CorrectsId",
                table: "Letters",
                column: "CorrectsId");

            migrationBuilder.CreateIndex(
                name: "IX_Letters_DocxSha256",
                table: "Letters",
                column: "DocxSha256");

            migrationBuilder.CreateIndex(
                name: "IX_Letters_PdfSha256",
                table: "Letters",
                column: "PdfSha256");

            migrationBuilder.CreateIndex(
                name: "IX_Letters_TheirReference",
                table: "Letters",
                column: "TheirReference");

            migrationBuilder.AddForeignKey(
                name: "FK_Letters_Letters_CorrectsId",
                table: "Letters",
                column: "CorrectsId",
                principalTable: "Letters",
                principalColumn: "Id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Letters_Letters_CorrectsId",
                table: "Letters");

            migrationBuilder.DropIndex(
                name: "IX_Messages_TheirReference",
                table: "Messages");

            migrationBuilder.DropIndex(
                name: "IX_Letters_CheckCode",
                table: "Letters");

            migrationBuilder.DropIndex(
                name: "IX_Letters_CorrectsId",
                table: "Letters");

            migrationBuilder.DropIndex(
                name: "IX_Letters_DocxSha256",
                table: "Letters");

            migrationBuilder.DropIndex(
                name: "IX_Letters_PdfSha256",
                table: "Letters");

            migrationBuilder.DropIndex(
                name: "IX_Letters_TheirReference",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "TheirDate",
                table: "Messages");

            migrationBuilder.DropColumn(
                name: "TheirReference",
                table: "Messages");

            migrationBuilder.DropColumn(
                name: "CheckCode",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "CorrectsId",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "TheirDate",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "TheirReference",
                table: "Letters");
        }
    }
}
