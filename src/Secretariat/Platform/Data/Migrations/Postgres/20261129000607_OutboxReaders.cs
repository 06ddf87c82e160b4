using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Secretariat.Platform.Data.Migrations.Postgres
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
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<List<string>>(
                name: "FormerAddresses",
                table: "Outbox",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<bool>(
                name: "KeepsOfficeHours",
                table: "Outbox",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "NoLaterThan",
                table: "Outbox",
                type: "timestamp with time zone",
                nullable: true);

            // Until now the first mailbox of a letter stood behind its key in the purpose alone.
            migrationBuilder.Sql(
                @"UPDATE ""Outbox"" SET ""FormerAddresses"" = ARRAY[substring(""Purpose"" from 45)]
                  WHERE ""Purpose"" LIKE 'letter/%/%' AND length(""Purpose"") > 44 AND substring(""Purpose"" from 45) <> ""ToAddress"""
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
