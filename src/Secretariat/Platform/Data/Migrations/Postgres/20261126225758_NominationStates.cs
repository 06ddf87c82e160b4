using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Secretariat.Platform.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class NominationStates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "VerifiedAt",
                table: "Proposals",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "VerifiedById",
                table: "Proposals",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "VerifiedHow",
                table: "Proposals",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "EndedOn",
                table: "Nominations",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ReplacedById",
                table: "Nominations",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Status",
                table: "Nominations",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Confirmed");

            migrationBuilder.AddColumn<string>(
                name: "WithdrawnBecause",
                table: "Nominations",
                type: "text",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "VerifiedAt",
                table: "Proposals");

            migrationBuilder.DropColumn(
                name: "VerifiedById",
                table: "Proposals");

            migrationBuilder.DropColumn(
                name: "VerifiedHow",
                table: "Proposals");

            migrationBuilder.DropColumn(
                name: "EndedOn",
                table: "Nominations");

            migrationBuilder.DropColumn(
                name: "ReplacedById",
                table: "Nominations");

            migrationBuilder.DropColumn(
                name: "Status",
                table: "Nominations");

            migrationBuilder.DropColumn(
                name: "WithdrawnBecause",
                table: "Nominations");
        }
    }
}
