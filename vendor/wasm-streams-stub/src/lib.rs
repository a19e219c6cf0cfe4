//! Stands in for `wasm-streams`.
//!
//! Leptos brings `server_fn` along, and that brings `wasm-streams`, whose exports no linker may drop: 25 kB of every
//! page's download for streams between a browser and a server that this widget doesn't have. `Cargo.toml` puts this
//! crate in its place. It has what `server_fn` names; nothing of it is ever called, and calling it would panic.

use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;
use wasm_bindgen::JsValue;

/// A stream that is never made.
#[derive(Debug)]
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// Takes a stream of the browser's.
    #[must_use]
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// Would make a stream of the browser's.
    ///
    /// # Panics
    ///
    /// Always.
    pub fn from_stream(_: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> Self {
        unimplemented!("the widget has no streams")
    }

    /// The browser's stream.
    #[must_use]
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// What would be read from it: nothing.
    #[must_use]
    pub fn into_stream(self) -> Nothing {
        Nothing
    }
}

/// A stream that has ended.
#[derive(Debug)]
pub struct Nothing;

impl Stream for Nothing {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(None)
    }
}
