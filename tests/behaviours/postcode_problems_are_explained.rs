//! A postcode that does not exist, is not in England or is incomplete gets a visible and spoken message, and
//! suggestions.

use anyhow::{Result, ensure};
use gpf_domain::search::{announcement, relaxations};

use crate::harness::Browser;
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("bare.html").await?;
    let finder = b.finder().await?;
    for (typed, said) in [
        ("WA99", "There is no postcode district WA99."),
        ("EH1 1AA", "EH1 is in Scotland."),
        ("cf10", "CF10 is in Wales."),
        ("BT7 1NN", "BT7 is in Northern Ireland."),
        ("XA1", "There is no postcode district XA1."),
        ("HX", "HX is a postcode area. Add a number, for example HX1"),
        ("WAA7 2ES", "\"WAA7 2ES\" is not a postcode."),
        ("WA7 2E5", "\"WA7 2E5\" is not a full postcode, so the search uses WA7 only."),
    ] {
        finder.search(typed).await?;
        let expected = Expected::text(typed);
        expected.is_shown_by(&finder).await?;
        let place = if expected.found.near().is_some() { ".gpf-about" } else { ".gpf-notice" };
        finder.eventually_contains(place, said).await?;
        finder.eventually_contains("div[role=status]", said).await?;
        let shown = finder.text(place).await?;
        ensure!(Some(&shown) == announcement(&expected.found, &expected.query).as_ref(), "{typed}: {shown}");
        let ways = relaxations(&expected.found, &expected.query).len();
        ensure!(expected.len() > 0 || ways > 0, "{typed} leads nowhere");
        ensure!(finder.count(".gpf-nothing button").await? == ways, "{typed}: not {ways} ways out");
    }
    finder.search("EH1").await?;
    finder.eventually_contains(".gpf-notice", "EH1").await?;
    b.check_accessibility("with a Scottish postcode").await?;
    finder.click("[data-action=remove-text]").await?;
    Expected::everything().is_shown_by(&finder).await
}
