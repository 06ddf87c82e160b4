using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Secretariat.Platform.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class EndorsementOfAVersion : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Endorsements_Open",
                table: "Endorsements");

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Endorsements_Open",
                table: "Endorsements");

            migrationBuilder.DropIndex(
                name: "IX_Endorsements_OpenOfNoVersion",
                table: "Endorsements");

            migrationBuilder.CreateIndex(
                name: "IX_Endorsements_Open",
                table: "Endorsements",
                columns: new[] { "PartnerId", "InstrumentCode" },
                unique: true,
                filter: "\"To\" IS NULL");
        }
    }
}
