using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Secretariat.Platform.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class WordTemplates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "WordName",
                table: "TemplateSources",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "WordSha256",
                table: "TemplateSources",
                type: "text",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "WordName",
                table: "TemplateSources");

            migrationBuilder.DropColumn(
                name: "WordSha256",
                table: "TemplateSources");
        }
    }
}
