// A page's script and styles as in a careful production build: one file each, minified, without unused code.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

export const PAGES = fileURLToPath(new URL('../pages/', import.meta.url));

/** The script and the styles of a page. */
export async function bundle(page) {
  const { outputFiles } = await esbuild.build({
    entryPoints: [path.join(PAGES, `${page}.js`)],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    write: false,
    outdir: '/',
    logLevel: 'warning',
  });
  const of = (ending) => Buffer.from(outputFiles.find((file) => file.path.endsWith(ending))?.contents ?? '');
  return { script: of('.js'), styles: of('.css') };
}
