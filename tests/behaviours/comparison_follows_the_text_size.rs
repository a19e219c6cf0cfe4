//! If the page makes its text larger, the columns of the comparison no longer fit, and the answers are shown in groups with
//! the names of the legal forms. If the text is smaller again, the table returns.

use anyhow::Result;
use serde_json::Value;

use crate::harness::Browser;

const PAGE: &str =
    "<!doctype html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>Text size</title></head><body><main>
    <h1>Text size</h1>
    <div style=\"width: 900px\"><gp-legal-form-comparison style=\"--gpf-rem: 1rem\"></gp-legal-form-comparison></div>
    </main><script src=\"gp-federations.js\" defer></script></body></html>";

/// The head of the table is on the screen, not clipped to one pixel.
const TABLE: &str = "const head = root.querySelector('.gpf-compared thead');
    return !!head && head.getBoundingClientRect().height > 10";

/// The answers in groups, with the names of the legal forms.
const GROUPS: &str = "const names = root.querySelector('.gpf-answers')?.innerText ?? '';
    return !root.querySelector('.gpf-compared thead') && names.includes('Charity')";

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open_written("/text-size.html", PAGE).await?;
    let comparison = b.comparison().await?;
    comparison.js::<Value>("host.forms = 'charity, gp-partnership, community-interest-company'", &[]).await?;
    comparison.wait_for("the table", TABLE, &[]).await?;
    b.js::<Value>("document.documentElement.style.fontSize = '200%'", &[]).await?;
    comparison.wait_for("the groups", GROUPS, &[]).await?;
    b.js::<Value>("document.documentElement.style.fontSize = ''", &[]).await?;
    comparison.wait_for("the table again", TABLE, &[]).await
}
