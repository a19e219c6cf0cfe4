//! Users with the right to add scripts (on a network, super admins) can paste the tag, with a placeholder or alone.

use anyhow::Result;
use gpf_domain::directory::Region;

use crate::harness::Browser;
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    let london = Expected::region(Region::London);
    for (page, css) in [
        ("/pasted-tag/", "[data-gp-federations] > gp-federation-finder"),
        ("/pasted-bare-tag/", ".entry-content gp-federation-finder"),
    ] {
        b.open_wordpress(page).await?;
        london.is_shown_by(&b.finder_at(css).await?).await?;
    }
    Ok(())
}
