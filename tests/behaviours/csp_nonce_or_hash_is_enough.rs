//! Policies that allow single scripts, by nonce or by hash, are enough for the widget and everything it loads.

use anyhow::{Context, Result};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

use crate::harness::Browser;
use crate::harness::all_elements::{all_keep_their_content, all_run, page, script};
use crate::harness::server::RECORDER;

const NONCE: &str = "c2VjcmV0";
const LOADER: &str =
    "const it = document.createElement('script'); it.src = '/gp-federations.js'; document.head.append(it);";

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    let recorder = format!("<script nonce=\"{NONCE}\" src=\"/__recorder.js\"></script>");
    let tag = |nonce| format!("<script nonce=\"{nonce}\" src=\"/gp-federations.js\" defer></script>");
    let integrity = hash(&script()?);
    let by_hash = format!("<script integrity=\"{integrity}\" src=\"/gp-federations.js\" defer></script>");
    let inline = format!("<script>{RECORDER}</script>");
    let (recorder_hash, loader_hash) = (hash(RECORDER), hash(LOADER));
    let cases = [
        ("a nonce", format!("{recorder}{}", tag(NONCE)), format!("'nonce-{NONCE}'")),
        ("a nonce and what it loads", format!("{recorder}{}", tag(NONCE)), format!("'nonce-{NONCE}' 'strict-dynamic'")),
        (
            "a script that loads ours",
            format!("{recorder}<script nonce=\"{NONCE}\">{LOADER}</script>"),
            format!("'nonce-{NONCE}' 'strict-dynamic'"),
        ),
        ("a hash", format!("{inline}{by_hash}"), format!("'{recorder_hash}' '{integrity}'")),
        (
            "the hash of a script that loads ours",
            format!("{inline}<script>{LOADER}</script>"),
            format!("'{recorder_hash}' '{loader_hash}' 'strict-dynamic'"),
        ),
    ];
    for (case, head, sources) in &cases {
        let header = format!(
            "Content-Security-Policy: default-src 'none'; script-src {sources} 'wasm-unsafe-eval'; style-src 'self'"
        );
        let address = b.serve("/policy.html", page(head), &[&header]);
        b.go_to(&address).await?;
        all_run(b).await.with_context(|| format!("{case}: {sources}"))?;
    }

    // With an outdated nonce, our script does not run, and the editor's content stays.
    b.allow_console("securitypolicyviolation: script-src-elem");
    b.allow_console("did not load");
    b.allow_console("Content Security Policy");
    let header = format!("Content-Security-Policy: script-src 'nonce-{NONCE}' 'wasm-unsafe-eval'");
    let address = b.serve("/policy.html", page(&format!("{recorder}{}", tag("old"))), &[&header]);
    b.go_to(&address).await?;
    all_keep_their_content(b).await
}

fn hash(text: &str) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(text)))
}
