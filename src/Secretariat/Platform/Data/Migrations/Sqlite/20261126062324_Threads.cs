using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Secretariat.Platform.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Threads : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // With its reference in one statement: adding that to a column later rebuilds the table, which no transaction protects.
            migrationBuilder.Sql(
                """
                ALTER TABLE "Threads" ADD COLUMN "MergedIntoId" TEXT NULL
                CONSTRAINT "FK_Threads_Threads_MergedIntoId" REFERENCES "Threads" ("Id")
                """);

            migrationBuilder.AddColumn<DateOnly>(
                name: "WaitUntil",
                table: "Messages",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AnsweredIds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MessageId = table.Column<Guid>(type: "TEXT", nullable: false),
                    InternetMessageId = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AnsweredIds", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AnsweredIds_Messages_MessageId",
                        column: x => x.MessageId,
                        principalTable: "Messages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "InvitationAnswers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Uid = table.Column<string>(type: "TEXT", nullable: false),
                    Instance = table.Column<string>(type: "TEXT", nullable: false),
                    Address = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: true),
                    Summary = table.Column<string>(type: "TEXT", nullable: true),
                    Attendance = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    MessageId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InvitationAnswers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InvitationAnswers_Messages_MessageId",
                        column: x => x.MessageId,
                        principalTable: "Messages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Moves",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FromId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ToId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Messages = table.Column<string>(type: "TEXT", nullable: false),
                    Sent = table.Column<string>(type: "TEXT", nullable: false),
                    Threads = table.Column<string>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UndoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Moves", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Moves_Threads_FromId",
                        column: x => x.FromId,
                        principalTable: "Threads",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Moves_Threads_ToId",
                        column: x => x.ToId,
                        principalTable: "Threads",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Threads_MergedIntoId",
                table: "Threads",
                column: "MergedIntoId");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_ClaimedUntil",
                table: "Outbox",
                column: "ClaimedUntil");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_ToAddress",
                table: "Outbox",
                column: "ToAddress");

            migrationBuilder.CreateIndex(
                name: "IX_Messages_FromAddress",
                table: "Messages",
                column: "FromAddress");

            migrationBuilder.CreateIndex(
                name: "IX_Messages_Triage_ReceivedAt_Id",
                table: "Messages",
                columns: new[] { "Triage", "ReceivedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AnsweredIds_InternetMessageId",
                table: "AnsweredIds",
                column: "InternetMessageId");

            migrationBuilder.CreateIndex(
                name: "IX_AnsweredIds_MessageId",
                table: "AnsweredIds",
                column: "MessageId");

            migrationBuilder.CreateIndex(
                name: "IX_InvitationAnswers_MessageId",
                table: "InvitationAnswers",
                column: "MessageId");

            migrationBuilder.CreateIndex(
                name: "IX_InvitationAnswers_Uid_Instance_Address",
                table: "InvitationAnswers",
                columns: new[] { "Uid", "Instance", "Address" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Moves_FromId",
                table: "Moves",
                column: "FromId");

            migrationBuilder.CreateIndex(
                name: "IX_Moves_ToId",
                table: "Moves",
                column: "ToId");

        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Threads_Threads_MergedIntoId",
                table: "Threads");

            migrationBuilder.DropTable(
                name: "AnsweredIds");

            migrationBuilder.DropTable(
                name: "InvitationAnswers");

            migrationBuilder.DropTable(
                name: "Moves");

            migrationBuilder.DropIndex(
                name: "IX_Threads_MergedIntoId",
                table: "Threads");

            migrationBuilder.DropIndex(
                name: "IX_Outbox_ClaimedUntil",
                table: "Outbox");

            migrationBuilder.DropIndex(
                name: "IX_Outbox_ToAddress",
                table: "Outbox");

            migrationBuilder.DropIndex(
                name: "IX_Messages_FromAddress",
                table: "Messages");

            migrationBuilder.DropIndex(
                name: "IX_Messages_Triage_ReceivedAt_Id",
                table: "Messages");

            migrationBuilder.DropColumn(
                name: "MergedIntoId",
                table: "Threads");

            migrationBuilder.DropColumn(
                name: "WaitUntil",
                table: "Messages");
        }
    }
}
