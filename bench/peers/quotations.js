// Reads one JSON object a line, { text }, and answers each with the quotations that compromise finds: [[start, length], ...] in UTF-16 code units.
import { createInterface } from "node:readline";
import nlp from "compromise";

for await (const line of createInterface({ input: process.stdin })) {
  const { text } = JSON.parse(line);
  const found = nlp(text).quotations().json({ offset: true }).map(({ offset }) => [offset.start, offset.length]);
  console.log(JSON.stringify(found));
}
