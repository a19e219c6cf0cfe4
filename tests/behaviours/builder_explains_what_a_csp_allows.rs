//! "Check what your page allows" reports what works, line by line, and what to request. The report matches the
//! behaviour of the page.

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::builder::page_with;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open_builder("#host=static").await?;
    check(b, "").await?;
    let error = b.text_of("#policy-error").await?;
    ensure!(error.contains("Paste your page's Content-Security-Policy"), "for nothing it says \"{error}\"");
    let focused = b.focused().await?;
    ensure!(focused == "textarea#policy", "after an error the focus is on {focused}");

    let snippet = b.snippet("script").await?;
    for (policy, answer, shown) in [
        ("script-src 'self' 'wasm-unsafe-eval'; style-src 'none'; connect-src 'none'", "Works", "#gpf-search"),
        ("script-src 'self'", "Partly works", ".gpf-plain, [data-code]"),
        ("default-src 'none'", "Blocked", ""),
        ("script-src 'nonce-abc' 'strict-dynamic' 'wasm-unsafe-eval'", "Blocked", ""),
        ("script-src 'self' 'unsafe-eval'; require-trusted-types-for 'script'", "Works", "#gpf-search"),
    ] {
        b.open_builder("#host=static").await?;
        check(b, policy).await?;
        let said = b.text_of("#check-answer .bld-verdict").await?;
        ensure!(said.starts_with(&format!("{answer}: ")), "for {policy} it says \"{said}\"");
        if answer != "Works" {
            let add = b.text_of(".bld-additions").await?;
            ensure!(!add.is_empty(), "for {policy} it says nothing to ask for");
        }

        // The recorder is a script too: if scripts are blocked, only the driver can look at the page.
        b.allow_console("securitypolicyviolation");
        b.allow_console("Content Security Policy");
        b.allow_console("wasm-blocked");
        b.allow_console("gp-federations-finder.js did not load");
        let meta = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
        let page = page_with(&snippet).replace("<title>", &[&*meta, "<title>"].concat());
        b.open_written("/under-policy.html", &page).await?;
        if shown.is_empty() {
            let is_there: bool = b.js("return !!document.querySelector('gp-federation-finder')", &[]).await?;
            ensure!(!is_there, "under {policy} the widget started");
        } else {
            let body = "const host = document.querySelector('gp-federation-finder');
                return !!(host && host.shadowRoot && host.shadowRoot.querySelector(arguments[0]));";
            b.wait_for(&format!("{shown} under {policy}"), body, &[shown.into()]).await?;
        }
    }
    Ok(())
}

async fn check(b: &Browser, policy: &str) -> Result<()> {
    b.fill_in("policy", policy).await?;
    b.js::<Value>("document.querySelector('#check-form button').click()", &[]).await?;
    Ok(())
}
