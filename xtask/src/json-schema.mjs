// Prints the problems of each document: `node json-schema.mjs` reads { schema, references, documents } from standard input,
// where `references` are the schemas that `schema` refers to, by address. A schema that is none is an error.
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const { schema, references, documents } = JSON.parse(readFileSync(0, 'utf8'));
const Version = schema.$schema.includes('/2020-12/') ? Ajv2020.default : Ajv.default;
// Not strict: schemars and CycloneDX have keywords and formats of their own, which the standard allows. Quiet about them.
const ajv = new Version({ schemas: references, allErrors: true, strict: false, logger: false });
addFormats.default(ajv);
// Two formats of CycloneDX that the package does not have.
ajv.addFormat(
  'iri-reference',
  (text) => /^[^\s<>"{}|\\^`]*$/u.test(text) && URL.canParse(text, 'https://example.org/'),
);
ajv.addFormat('idn-email', /^[^\s@]+@[^\s@]+$/u);

const isValid = ajv.compile(schema);
const problems = documents.map((document) =>
  isValid(document) ? [] : isValid.errors.map(({ instancePath, message }) => `${instancePath}: ${message}`),
);
process.stdout.write(JSON.stringify(problems));
