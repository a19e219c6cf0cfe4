//! What `cargo xtask serve` and the server of the browser tests share: the media type of a file, and how a request is
//! answered.

use std::io::{Read, Write};
use std::path::Path;

use tiny_http::{HTTPVersion, Request, Response};

/// Sends a response after which the browser closes the connection, as HTTP/1.0 does without `Connection: keep-alive`.
///
/// Kept connections made pages wait for a minute. tiny_http gives each connection to a waiting thread. If two arrive before
/// that thread has woken up, it counts as waiting twice, and the second one waits until a thread is free again: until the
/// browser closes another connection (WebKit after 60 seconds without a request).
///
/// Errors are ignored: a browser that leaves a page cancels its requests.
pub(crate) fn respond<R: Read>(request: Request, response: Response<R>) {
    let headers = request.headers().to_vec();
    let mut writer = request.into_writer();
    let _ = response.raw_print(&mut writer, HTTPVersion(1, 0), &headers, false, None).and_then(|()| writer.flush());
}

/// The value of `Content-Type`.
pub(crate) fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|it| it.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("csv") => "text/csv; charset=utf-8",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("zip") => "application/zip",
        Some("ts" | "md" | "txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
