//! A select shows the filter of the results, also if the option before it is removed: a legal form that no federation of
//! the list has is an option only while it is chosen.

use anyhow::{Result, ensure};

use crate::harness::Browser;

const PAGE: &str =
    "<!doctype html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>Filters</title></head><body><main>
    <h1>Filters</h1><gp-federation-finder legal-form=\"FORM\"><script type=\"text/csv\">
name,legal form
Alder Federation,Company limited by guarantee
Birch Federation,Charity
Cedar Federation,
</script></gp-federation-finder></main><script src=\"gp-federations.js\" defer></script></body></html>";

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    for form in ["community-interest-company", "limited-liability-partnership", "limited-company"] {
        b.open_written("/filters.html", &PAGE.replace("FORM", form)).await?;
        for (value, count) in [
            ("company-limited-by-guarantee", "guarantee"),
            ("charity", "charity"),
            ("not-stated", "not stated"),
            ("", "3 federations"),
        ] {
            let finder = b.finder().await?;
            finder
                .wait_for(
                    "the chosen form",
                    "return root.querySelector('#gpf-legal-form').value === args[0]",
                    &[form.into()],
                )
                .await?;
            finder.choose("#gpf-legal-form", value).await?;
            finder.eventually_contains(".gpf-count", count).await?;
            let controls = finder.controls().await?;
            ensure!(controls[3] == value, "{form}, then {value}: the select shows {}", controls[3]);
            b.driver().refresh().await?;
        }
    }
    Ok(())
}
