//! Resource usage of a page: wasm memory in every engine, nodes and listeners in Chromium.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use super::browser::Browser;

/// Measured at one moment, after garbage collection.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Held {
    wasm_bytes: u64,
    /// DOM nodes, including detached ones, and listeners. 0 in engines that do not count them.
    nodes: u64,
    listeners: u64,
}

impl Held {
    /// Measures the current usage.
    ///
    /// # Errors
    /// Returns an error if the session is broken.
    pub(crate) async fn by(b: &Browser) -> Result<Self> {
        let wasm_bytes = b.js("return window.wasmBytes()", &[]).await?;
        let mut held = Self { wasm_bytes, nodes: 0, listeners: 0 };
        if b.engine.has_devtools() {
            let devtools = b.driver().cdp();
            devtools.send_raw("Performance.enable", json!({})).await?;
            // Objects with a finalizer are collected in the second run.
            for _ in 0..3 {
                devtools.send_raw("HeapProfiler.collectGarbage", json!({})).await?;
            }
            let answer = devtools.send_raw("Performance.getMetrics", json!({})).await?;
            let metric = |name: &str| {
                let all = answer["metrics"].as_array().into_iter().flatten();
                let found = all.clone().find(|it| it["name"] == name).and_then(|it: &Value| it["value"].as_f64());
                found.unwrap_or_default() as u64
            };
            held.nodes = metric("Nodes");
            held.listeners = metric("JSEventListeners");
        }
        Ok(held)
    }

    /// Checks that usage has not grown: no page of memory, and no more nodes and listeners than the browser's own 1%.
    ///
    /// # Errors
    /// Returns an error if usage has grown.
    pub(crate) fn is_all_since(self, before: Self) -> Result<()> {
        let is_flat = |now: u64, then: u64| now <= then + then / 100 + 20;
        ensure!(self.wasm_bytes <= before.wasm_bytes, "the wasm's memory grew: {before:?}, now {self:?}");
        ensure!(is_flat(self.nodes, before.nodes), "nodes are left behind: {before:?}, now {self:?}");
        ensure!(is_flat(self.listeners, before.listeners), "listeners are left behind: {before:?}, now {self:?}");
        Ok(())
    }

    /// The given number of bytes of wasm memory.
    pub(crate) fn wasm_bytes(self) -> u64 {
        self.wasm_bytes
    }
}
