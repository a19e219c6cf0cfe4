//! Where the widget cannot run, a finder with a custom list shows the built-in list. It says so, with a link to the file
//! of the custom list, and so does the printed list of a finder that has not started.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::harness::Browser;

const LIST: &str = "name,region\nAlder Federation,London\n";

/// What `finder` says about its list above the federations: the text, and the address and text of its link.
const NOTICE: &str = "const { shadowRoot } = document.getElementById(arguments[0]);
    const notices = [...shadowRoot.querySelectorAll('.gpf-fallback > p')];
    const notice = notices.find((it) => it.textContent.includes('own list'));
    const link = notice && notice.querySelector('a');
    const names = shadowRoot.querySelectorAll('.gpf-fallback li > strong').length;
    return [notice ? notice.textContent : '', link ? [link.getAttribute('href'), link.textContent] : null, names > 100];";

const NO_LINK: &str =
    "This page has its own list of federations. It cannot be shown here, so this is the built-in list.";
const WITH_LINK: &str =
    "This page has its own list of federations (our list.csv). It cannot be shown here, so this is the built-in list.";

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    let list = b.serve("/lists/our%20list.csv", LIST, &[]);
    let (url, _) = list.rsplit_once('/').unwrap_or_default();
    let link = json!([format!("{url}/our%20list.csv"), "our list.csv"]);
    let finders = format!(
        "<gp-federation-finder id=\"file\" src=\"lists/our list.csv?a=1&amp;b=2#top\"></gp-federation-finder>
         <gp-federation-finder id=\"added\" src=\"lists/our list.csv\" merge=\"extend\"></gp-federation-finder>
         <div data-gp-federations=\"finder\" data-src=\"lists/our list.csv\"><a href=\"{url}\">Our list</a></div>
         <gp-federation-finder id=\"inline\"><script type=\"text/csv\">{LIST}</script></gp-federation-finder>
         <gp-federation-finder id=\"data\"></gp-federation-finder>
         <gp-federation-finder id=\"code\" src=\"javascript:alert('no link')\"></gp-federation-finder>
         <gp-federation-finder id=\"none\" region=\"london\"></gp-federation-finder>
         <script>document.getElementById('data').data = 'name\\nAlder Federation'</script>"
    );
    let page = |before: &str| {
        format!(
            "<!doctype html><html lang=\"en-GB\"><meta charset=\"utf-8\"><title>Lists</title>
             {before}<main><h1>Lists</h1>{finders}</main>
             <script src=\"gp-federations.js\" defer></script></html>"
        )
    };

    b.expect_fallback("no-wasm");
    // Chromium logs that it does not fetch this address.
    b.allow_console("javascript:alert('no link')");
    b.open_written("/lists.html", &page("<script>delete window.WebAssembly</script>")).await?;
    b.js::<Value>(
        "document.querySelector('[data-gp-federations] > *').id = 'placeholder';
         for (const it of document.querySelectorAll('gp-federation-finder')) it.loading = 'eager';
         return null",
        &[],
    )
    .await?;
    let with_query = json!([format!("{url}/our%20list.csv?a=1&b=2#top"), "our list.csv"]);
    for (id, text, link) in [
        ("file", WITH_LINK, &with_query),
        ("added", WITH_LINK, &link),
        ("placeholder", WITH_LINK, &link),
        ("inline", NO_LINK, &Value::Null),
        ("data", NO_LINK, &Value::Null),
        ("code", NO_LINK, &Value::Null),
        ("none", "", &Value::Null),
    ] {
        b.wait_for(
            "the fallback",
            "return !!document.getElementById(arguments[0]).shadowRoot.querySelector('.gpf-fallback')",
            &[id.into()],
        )
        .await?;
        let seen: Value = b.js(NOTICE, &[id.into()]).await?;
        ensure!(seen == json!([text, link, true]), "{id}: {seen:?}");
    }
    b.check_accessibility("lists that cannot be shown").await?;

    // On paper, before the widgets have started.
    b.open_written("/waiting.html", &page("<div style=\"height: 9000px\">Scroll down</div>")).await?;
    b.settle(0).await?;
    b.js::<Value>("window.dispatchEvent(new Event('beforeprint')); return null", &[]).await?;
    for (id, text, link) in
        [("file", WITH_LINK, &with_query), ("inline", NO_LINK, &Value::Null), ("none", "", &Value::Null)]
    {
        let seen: Value = b.js(NOTICE, &[id.into()]).await?;
        ensure!(seen == json!([text, link, true]), "{id} on paper: {seen:?}");
    }
    Ok(())
}
