using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Secretariat.Platform.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PostedOn : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "PostedOn",
                table: "Letters",
                type: "TEXT",
                nullable: true);
            // What goes on paper alone had been posted on the day from which it counts as sent: midnight in Brussels.
            migrationBuilder.Sql("""UPDATE "Letters" SET "PostedOn" = date("SentAt", '+2 hours') WHERE "Way" = 'Paper' AND "Status" = 'Sent'""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "PostedOn",
                table: "Letters");
        }
    }
}
