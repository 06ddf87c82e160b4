using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Secretariat.Platform.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FormsOfLetters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_TemplateSources_Code_Language",
                table: "TemplateSources");

            migrationBuilder.AddColumn<string>(
                name: "Form",
                table: "TemplateSources",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Letter");

            migrationBuilder.AddColumn<string>(
                name: "WrittenAs",
                table: "Letters",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Letter");

            migrationBuilder.CreateIndex(
                name: "IX_TemplateSources_Code_Language_Form",
                table: "TemplateSources",
                columns: new[] { "Code", "Language", "Form" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_TemplateSources_Code_Language_Form",
                table: "TemplateSources");

            migrationBuilder.DropColumn(
                name: "Form",
                table: "TemplateSources");

            migrationBuilder.DropColumn(
                name: "WrittenAs",
                table: "Letters");

            migrationBuilder.CreateIndex(
                name: "IX_TemplateSources_Code_Language",
                table: "TemplateSources",
                columns: new[] { "Code", "Language" },
                unique: true);
        }
    }
}
