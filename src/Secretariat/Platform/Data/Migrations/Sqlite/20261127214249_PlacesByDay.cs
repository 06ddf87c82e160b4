using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Secretariat.Platform.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PlacesByDay : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_PartnerPlaces",
                table: "PartnerPlaces");

            migrationBuilder.DropIndex(
                name: "IX_PartnerPlaces_Language_Sort",
                table: "PartnerPlaces");

            migrationBuilder.AddColumn<DateOnly>(
                name: "From",
                table: "PartnerPlaces",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<DateOnly>(
                name: "Until",
                table: "PartnerPlaces",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(9999, 12, 31));

            migrationBuilder.AddPrimaryKey(
                name: "PK_PartnerPlaces",
                table: "PartnerPlaces",
                columns: new[] { "PartnerId", "Language", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_PartnerPlaces_Language_Sort_From",
                table: "PartnerPlaces",
                columns: new[] { "Language", "Sort", "From" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // Places are made anew where they are missing.
            migrationBuilder.Sql("""DELETE FROM "PartnerPlaces" """);

            migrationBuilder.DropPrimaryKey(
                name: "PK_PartnerPlaces",
                table: "PartnerPlaces");

            migrationBuilder.DropIndex(
                name: "IX_PartnerPlaces_Language_Sort_From",
                table: "PartnerPlaces");

            migrationBuilder.DropColumn(
                name: "From",
                table: "PartnerPlaces");

            migrationBuilder.DropColumn(
                name: "Until",
                table: "PartnerPlaces");

            migrationBuilder.AddPrimaryKey(
                name: "PK_PartnerPlaces",
                table: "PartnerPlaces",
                columns: new[] { "PartnerId", "Language" });

            migrationBuilder.CreateIndex(
                name: "IX_PartnerPlaces_Language_Sort",
                table: "PartnerPlaces",
                columns: new[] { "Language", "Sort" },
                unique: true);
        }
    }
}
