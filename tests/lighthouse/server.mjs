// A web server for one folder that only this machine can reach.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
};

/** Serves `folder`, and returns the server and its URL. */
export async function serve(folder) {
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    // Browsers request the icon without a link, and an error in the console would lower the score.
    if (pathname === '/favicon.ico') return void response.writeHead(204).end();
    const file = path.join(folder, pathname);
    fs.readFile(file, (error, content) => {
      if (error) return void response.writeHead(404).end();
      response.writeHead(200, { 'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream' }).end(content);
    });
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  return { server, address: `http://localhost:${server.address().port}` };
}
