//! `loading="eager"` starts the element anywhere, in every notation. Any other value gives the default and one console
//! line.

use anyhow::{Result, ensure};

use crate::harness::Browser;
use crate::harness::all_elements::{SCRIPTS, observed_states, page};

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    let long = "<div style=\"height: 9000px\">Much to read</div>";
    let ways = format!(
        "{long}<gp-federation-finder loading=\"eager\"></gp-federation-finder>
         <div data-gp-federations=\"comparison\" data-loading=\" Eager\"></div>
         <script src=\"/gp-federations.js\" defer data-view=\"guide\" data-loading=\"eager\"></script>"
    );
    let start = page(SCRIPTS);
    let (head, _) = start.split_at(start.find("<gp-federation-finder").unwrap_or_default());
    let address = b.serve("/lazy.html", format!("{head}{ways}</main></body></html>"), &[]);
    b.go_to(&address).await?;
    crate::harness::all_elements::all_show(b, None, 3, "runs").await?;

    b.expect_console(
        "console.warn: gp-federations: loading=\"soon\" is not recognised. Use one of: lazy, eager. Using the default.",
    );
    b.allow_console("loading=\"soon\"");
    let address =
        b.serve("/lazy.html", format!("{head}{long}<gp-federation-guide loading=\"soon\"></gp-federation-guide>"), &[]);
    b.go_to(&address).await?;
    let seen = observed_states(b, None).await?;
    ensure!(seen == ["waits"], "with a value that is not known: {seen:?}");
    Ok(())
}
