using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Secretariat.Platform.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class StandingsByDay : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Endorsements_Open",
                table: "Endorsements");

            migrationBuilder.AddColumn<DateOnly>(
                name: "ShownToContactPointsSince",
                table: "Persons",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Joined",
                table: "PersonMerges",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsCountry",
                table: "PartnerKinds",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            // What was a rule of the program so far; a record that is loaded anew has it from its data.
            migrationBuilder.Sql(
                """UPDATE "PartnerKinds" SET "IsCountry" = TRUE WHERE "Code" IN ('eu-member-state', 'partner-country')""");

            migrationBuilder.CreateTable(
                name: "ListingsBefore",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IsListed = table.Column<bool>(type: "INTEGER", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ListingsBefore", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ListingsBefore_Partners_PartnerId",
                        column: x => x.PartnerId,
                        principalTable: "Partners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Endorsements_Open",
                table: "Endorsements",
                columns: new[] { "PartnerId", "InstrumentCode", "TextVersion" },
                unique: true,
                filter: "\"To\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Endorsements_OpenOfNoVersion",
                table: "Endorsements",
                columns: new[] { "PartnerId", "InstrumentCode" },
                unique: true,
                filter: "\"To\" IS NULL AND \"TextVersion\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ListingsBefore_PartnerId_Until",
                table: "ListingsBefore",
                columns: new[] { "PartnerId", "Until" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ListingsBefore");

            migrationBuilder.DropIndex(
                name: "IX_Endorsements_Open",
                table: "Endorsements");

            migrationBuilder.DropIndex(
                name: "IX_Endorsements_OpenOfNoVersion",
                table: "Endorsements");

            migrationBuilder.DropColumn(
                name: "ShownToContactPointsSince",
                table: "Persons");

            migrationBuilder.DropColumn(
                name: "Joined",
                table: "PersonMerges");

            migrationBuilder.DropColumn(
                name: "IsCountry",
                table: "PartnerKinds");

            migrationBuilder.CreateIndex(
                name: "IX_Endorsements_Open",
                table: "Endorsements",
                columns: new[] { "PartnerId", "InstrumentCode" },
                unique: true,
                filter: "\"To\" IS NULL");
        }
    }
}
