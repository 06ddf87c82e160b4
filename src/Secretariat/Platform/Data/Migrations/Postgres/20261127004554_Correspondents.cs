using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Secretariat.Platform.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Correspondents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Messages_PartnerId",
                table: "Messages");

            migrationBuilder.DropIndex(
                name: "IX_Letters_PartnerId",
                table: "Letters");

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

            migrationBuilder.AddColumn<Guid>(
                name: "VerifiedForId",
                table: "Proposals",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "VerifiedHow",
                table: "Proposals",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "MergedIntoId",
                table: "Partners",
                type: "uuid",
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

            migrationBuilder.AddColumn<Guid>(
                name: "MadeForId",
                table: "Letters",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "UndeliveredAt",
                table: "Letters",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<List<Guid>>(
                name: "PartnerIds",
                table: "Campaigns",
                type: "uuid[]",
                nullable: false,
                defaultValueSql: "'{}'::uuid[]");

            migrationBuilder.CreateTable(
                name: "Groups",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Rule = table.Column<string>(type: "text", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Groups", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ImportedFiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    FileName = table.Column<string>(type: "text", nullable: false),
                    Sha256 = table.Column<string>(type: "text", nullable: false),
                    Sheet = table.Column<string>(type: "text", nullable: true),
                    GivenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    GivenById = table.Column<Guid>(type: "uuid", nullable: true),
                    AppliedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    AppliedById = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Counts = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportedFiles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PartnerMerges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    KeptId = table.Column<Guid>(type: "uuid", nullable: false),
                    GoneId = table.Column<Guid>(type: "uuid", nullable: false),
                    Before = table.Column<string>(type: "text", nullable: false),
                    After = table.Column<string>(type: "text", nullable: false),
                    Moved = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UndoneAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PartnerMerges", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PartnerPlaces",
                columns: table => new
                {
                    PartnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Language = table.Column<string>(type: "text", nullable: false),
                    Sort = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PartnerPlaces", x => new { x.PartnerId, x.Language });
                    table.ForeignKey(
                        name: "FK_PartnerPlaces_Partners_PartnerId",
                        column: x => x.PartnerId,
                        principalTable: "Partners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Reminders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    LetterId = table.Column<Guid>(type: "uuid", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    OutgoingMessageId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reminders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Reminders_Letters_LetterId",
                        column: x => x.LetterId,
                        principalTable: "Letters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Reminders_Outbox_OutgoingMessageId",
                        column: x => x.OutgoingMessageId,
                        principalTable: "Outbox",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "GroupMembers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    GroupId = table.Column<Guid>(type: "uuid", nullable: false),
                    PartnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GroupMembers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_GroupMembers_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_GroupMembers_Partners_PartnerId",
                        column: x => x.PartnerId,
                        principalTable: "Partners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_PartnerRoutes_PartnerId_From",
                table: "PartnerRoutes",
                columns: new[] { "PartnerId", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_Messages_PartnerId_ReceivedAt_Id",
                table: "Messages",
                columns: new[] { "PartnerId", "ReceivedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Letters_PartnerId_Id",
                table: "Letters",
                columns: new[] { "PartnerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Endorsements_PartnerId_From",
                table: "Endorsements",
                columns: new[] { "PartnerId", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_GroupMembers_Open",
                table: "GroupMembers",
                columns: new[] { "GroupId", "PartnerId" },
                unique: true,
                filter: "\"To\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_GroupMembers_PartnerId",
                table: "GroupMembers",
                column: "PartnerId");

            migrationBuilder.CreateIndex(
                name: "IX_Groups_Name",
                table: "Groups",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ImportedFiles_Kind_GivenAt",
                table: "ImportedFiles",
                columns: new[] { "Kind", "GivenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_PartnerMerges_GoneId",
                table: "PartnerMerges",
                column: "GoneId");

            migrationBuilder.CreateIndex(
                name: "IX_PartnerMerges_KeptId",
                table: "PartnerMerges",
                column: "KeptId");

            migrationBuilder.CreateIndex(
                name: "IX_PartnerPlaces_Language_Sort",
                table: "PartnerPlaces",
                columns: new[] { "Language", "Sort" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_LetterId_On",
                table: "Reminders",
                columns: new[] { "LetterId", "On" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_OutgoingMessageId",
                table: "Reminders",
                column: "OutgoingMessageId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "GroupMembers");

            migrationBuilder.DropTable(
                name: "ImportedFiles");

            migrationBuilder.DropTable(
                name: "PartnerMerges");

            migrationBuilder.DropTable(
                name: "PartnerPlaces");

            migrationBuilder.DropTable(
                name: "Reminders");

            migrationBuilder.DropTable(
                name: "Groups");

            migrationBuilder.DropIndex(
                name: "IX_PartnerRoutes_PartnerId_From",
                table: "PartnerRoutes");

            migrationBuilder.DropIndex(
                name: "IX_Messages_PartnerId_ReceivedAt_Id",
                table: "Messages");

            migrationBuilder.DropIndex(
                name: "IX_Letters_PartnerId_Id",
                table: "Letters");

            migrationBuilder.DropIndex(
                name: "IX_Endorsements_PartnerId_From",
                table: "Endorsements");

            migrationBuilder.DropColumn(
                name: "VerifiedAt",
                table: "Proposals");

            migrationBuilder.DropColumn(
                name: "VerifiedById",
                table: "Proposals");

            migrationBuilder.DropColumn(
                name: "VerifiedForId",
                table: "Proposals");

            migrationBuilder.DropColumn(
                name: "VerifiedHow",
                table: "Proposals");

            migrationBuilder.DropColumn(
                name: "MergedIntoId",
                table: "Partners");

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

            migrationBuilder.DropColumn(
                name: "MadeForId",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "UndeliveredAt",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "PartnerIds",
                table: "Campaigns");

            migrationBuilder.CreateIndex(
                name: "IX_Messages_PartnerId",
                table: "Messages",
                column: "PartnerId");

            migrationBuilder.CreateIndex(
                name: "IX_Letters_PartnerId",
                table: "Letters",
                column: "PartnerId");
        }
    }
}
