// Pagefind's index of the rows, in place of the file with the rows.

/** Pagefind's own code, which is part of every index. The other files contain the rows. */
export const LIBRARY = ['pagefind.js', 'pagefind-worker.js', 'wasm.en.pagefind'].map((name) => `/pagefind/${name}`);

/** Builds the index and serves its files under /pagefind/. */
export async function putIndex(server, rows) {
  const { close, createIndex } = await import('pagefind');
  const fail = ({ errors }) => {
    if (errors.length) throw new Error(`Pagefind's index: ${errors[0]}`);
  };
  try {
    const { index } = await createIndex();
    for (const row of rows) fail(await index.addCustomRecord(recordOf(row)));
    const made = await index.getFiles();
    fail(made);
    for (const { path, content } of made.files) server.put(`/pagefind/${path}`, Buffer.from(content));
  } finally {
    await close();
  }
}

const recordOf = ({ id, name, place, covers, region, icb, practices, patients, postcodes, website }) => ({
  url: `/${id}`,
  language: 'en',
  content: [name, place, covers, region, icb].join('. '),
  meta: {
    title: name,
    covers,
    region,
    icb,
    practices: String(practices),
    patients: String(patients),
    postcodes,
    ...(website && { website }),
  },
  filters: { region: [region] },
  sort: { name },
});
