using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Secretariat.Platform.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OutboxReaders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Country",
                table: "Outbox",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FormerAddresses",
                table: "Outbox",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<bool>(
                name: "KeepsOfficeHours",
                table: "Outbox",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "NoLaterThan",
                table: "Outbox",
                type: "TEXT",
                nullable: true);

            // Until now the first mailbox of a letter stood behind its key in the purpose alone.
            migrationBuilder.Sql(
                @"UPDATE ""Outbox"" SET ""FormerAddresses"" = json_array(substr(""Purpose"", 45))
                  WHERE ""Purpose"" LIKE 'letter/%/%' AND length(""Purpose"") > 44 AND substr(""Purpose"", 45) <> ""ToAddress"""
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Country",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "FormerAddresses",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "KeepsOfficeHours",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "NoLaterThan",
                table: "Outbox");
        }
    }
}
