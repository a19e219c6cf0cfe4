// Compares pictures for the browser tests: reads lines of JSON and writes one line of JSON for each.
//
//   { "compare": "taken.png", "with": "baseline.png", "difference": "difference.png" }  gives  { "problem": "" }
//   { "shrink": "taken.png", "to": "baseline.png" }                                      gives  { "bytes": 20480 }
import fs from 'node:fs';
import readline from 'node:readline';
import { compare } from './compare.mjs';
import { shrink } from './shrink.mjs';

function answer(request) {
  if (request.shrink) {
    const small = shrink(fs.readFileSync(request.shrink));
    fs.writeFileSync(request.to, small);
    return { bytes: small.length };
  }
  const { problem, picture } = compare(fs.readFileSync(request.with), fs.readFileSync(request.compare));
  if (picture) {
    fs.writeFileSync(request.difference, picture);
  }
  return { problem };
}

for await (const line of readline.createInterface({ input: process.stdin })) {
  let reply;
  try {
    reply = answer(JSON.parse(line));
  } catch (error) {
    reply = { error: String(error) };
  }
  process.stdout.write(`${JSON.stringify(reply)}\n`);
}
