#!/usr/bin/env node
import { readFileSync } from "node:fs";

// A reader that stops early (`helder query … | head`) is no failure of ours.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (problem: NodeJS.ErrnoException) => {
    if (problem.code === "EPIPE") process.exit(0);
    throw problem;
  });
}

// The version is asked for by scripts and editors all day: it answers before anything is loaded.
if (process.argv.length === 3 && (process.argv[2] === "--version" || process.argv[2] === "-V")) {
  process.stdout.write(`${version()}\n`);
} else {
  const { main } = await import("./program.ts");
  process.exitCode = await main(process.argv.slice(2), version(), {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    outIsTerminal: process.stdout.isTTY,
    errIsTerminal: process.stderr.isTTY,
  });
}

function version(): string {
  const manifest = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { version: string };
  return manifest.version;
}
