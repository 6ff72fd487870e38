// Reads one JSON object a line, { text, language, day }, and answers each with the times that chrono-node and Recognizers find, and how long each took:
// { chrono: { ms, found: [[start, length, value], ...] }, recognizers: the same }, in UTF-16 code units, values as TIMEX3 writes them as far as they tell.
import { createInterface } from "node:readline";
import * as chrono from "chrono-node";
import recognizers from "@microsoft/recognizers-text-date-time";

const cultures = { en: "en-us", es: "es-es", fr: "fr-fr", de: "de-de", pt: "pt-br", it: "it-it", zh: "zh-cn" };
const two = (number) => String(number).padStart(2, "0");

function ofChrono(text, language, day) {
  const parser = chrono[language] ?? chrono.en;
  return parser.parse(text, new Date(`${day}T12:00:00`)).map(({ index, text: words, start }) => {
    let value = String(start.get("year")).padStart(4, "0");
    if (start.isCertain("month") || start.isCertain("day") || start.isCertain("weekday")) value += `-${two(start.get("month"))}`;
    if (start.isCertain("day") || start.isCertain("weekday")) value += `-${two(start.get("day"))}`;
    if (start.isCertain("hour")) value += `T${two(start.get("hour"))}:${two(start.get("minute"))}`;
    return [index, words.length, value];
  });
}

function ofRecognizers(text, language, day) {
  const culture = cultures[language];
  if (!culture) return [];
  return recognizers.recognizeDateTime(text, culture, undefined, new Date(`${day}T12:00:00`)).map(({ start, end, resolution }) => {
    const values = resolution?.values ?? [];
    // Of a past and a future reading the first is the past one.
    const { timex, value, start: from } = Object.fromEntries(values[0] instanceof Map ? values[0] : Object.entries(values[0] ?? {}));
    const told = timex && !timex.includes("XXXX") && !timex.startsWith("(") ? timex : (value ?? from ?? "");
    return [start, end - start + 1, told];
  });
}

function timed(find, ...given) {
  const before = performance.now();
  let found = [];
  try {
    found = find(...given);
  } catch (error) {
    console.error(`${find.name}: ${error.message}`);
  }
  return { ms: performance.now() - before, found };
}

for await (const line of createInterface({ input: process.stdin })) {
  const { text, language, day } = JSON.parse(line);
  console.log(JSON.stringify({ chrono: timed(ofChrono, text, language, day), recognizers: timed(ofRecognizers, text, language, day) }));
}
