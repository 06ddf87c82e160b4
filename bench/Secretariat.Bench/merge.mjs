// docxtemplater doing the same merge: told "go COUNT", it fills the template so often and says the bytes and the seconds.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const [folder, template, data] = process.argv.slice(2);
const require = createRequire(`${folder}/`);
const PizZip = require("pizzip");
const Docxtemplater = require("docxtemplater");
const file = readFileSync(template);
const letters = JSON.parse(readFileSync(data, "utf8"));

function fill(letter) {
    const document = new Docxtemplater(new PizZip(file), { paragraphLoop: true, linebreaks: true });
    document.render(letter);
    return document.getZip().generate({ type: "uint8array", compression: "DEFLATE" }).length;
}

for await (const line of createInterface({ input: process.stdin })) {
    const begin = process.hrtime.bigint();
    let bytes = 0;
    for (let i = 0; i < Number(line); i++) bytes += fill(letters[i % letters.length]);
    console.log(`${line} ${bytes} ${Number(process.hrtime.bigint() - begin) / 1e9}`);
}
