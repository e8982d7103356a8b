// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: the byline authors
//
// The peers in JavaScript: the path of a page on each line of the input, a JSON object on each line of the output
// (../README.md).
//
// usage: driver.mjs readability-jsdom | readability-linkedom | defuddle
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

// What a peer prints is no answer.
for (const name of ["log", "info", "debug", "warn"]) console[name] = () => {};

// The text of a page: UTF-8 where it is that, else in the charset that it declares.
function decode(page) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(page);
  } catch {
    const declared = /charset=["']?([\w-]+)/.exec(page.latin1Slice(0, 4096));
    try {
      return new TextDecoder(declared?.[1] ?? "windows-1252").decode(page);
    } catch {
      return new TextDecoder().decode(page);
    }
  }
}

function readabilityRecord(found) {
  if (!found) return {};
  return {
    headline: found.title,
    authors: found.byline ? [found.byline] : [],
    published: found.publishedTime,
    language: found.lang,
    html: found.content,
  };
}

// Each peer is a function that loads it and gives two: one that is timed, from bytes to the peer's own answer, and
// one that is not, from that answer to the record.
const peers = {
  async "readability-jsdom"() {
    const { Readability } = await import("@mozilla/readability");
    const { JSDOM, VirtualConsole } = await import("jsdom");
    const extract = (page) => {
      const dom = new JSDOM(decode(page), { virtualConsole: new VirtualConsole() });
      const found = new Readability(dom.window.document).parse();
      dom.window.close();
      return found;
    };
    return [extract, readabilityRecord];
  },

  async "readability-linkedom"() {
    const { Readability } = await import("@mozilla/readability");
    const { parseHTML } = await import("linkedom");
    return [(page) => new Readability(parseHTML(decode(page)).document).parse(), readabilityRecord];
  },

  async defuddle() {
    const { Defuddle } = await import("defuddle/node");
    const extract = (page) => Defuddle(decode(page), "https://page.invalid/", { useAsync: false });
    const record = (found) => ({
      headline: found.title,
      authors: found.author ? found.author.split(/,\s*/) : [],
      published: found.published,
      language: found.language,
      html: found.content,
    });
    return [extract, record];
  },
};

async function answer(path, extract, record) {
  const page = readFileSync(path);
  const begin = process.cpuUsage();
  try {
    const found = await extract(page);
    const used = process.cpuUsage(begin);
    return { ms: (used.user + used.system) / 1e3, record: record(found) };
  } catch (error) {
    return { error: String(error).slice(0, 300) };
  }
}

const [extract, record] = await peers[process.argv[2]]();
process.stdout.write("{}\n");
for await (const path of createInterface({ input: process.stdin }))
  process.stdout.write(JSON.stringify(await answer(path, extract, record)) + "\n");
