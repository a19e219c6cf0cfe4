//! From a federation's details, one click leads to its legal form, and from a form to its federations.

use anyhow::{Result, ensure};

use gpf_domain::directory::LegalForm;
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::oracle::directory;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("comparison-and-finder.html").await?;
    let finder = b.finder().await?;
    let comparison = b.comparison().await?;
    let form = Some(LegalForm::CommunityInterestCompany);
    let of_the_form = directory().federations().filter(|federation| federation.legal_form() == form).count();
    let of_the_form = format!("{of_the_form} of");
    comparison.click("[data-field=kind][value=models]").await?;
    finder.choose("#gpf-legal-form", "community-interest-company").await?;
    finder.eventually_contains(".gpf-count", &of_the_form).await?;
    finder.click(".gpf-federation > summary").await?;
    finder.wait_for("the way to the comparison", "return !!root.querySelector('.gpf-compare')", &[]).await?;
    b.check_accessibility("with both on the page").await?;
    finder.click(".gpf-compare").await?;
    let body = "const details = root.querySelector('details[data-id=community-interest-company]');
        return !!details && details.open && root.activeElement === details.querySelector('summary')";
    comparison.wait_for("the form's details", body, &[]).await?;

    finder.clear().await?;
    comparison.click("details[data-id=community-interest-company] .gpf-find").await?;
    finder.eventually_contains(".gpf-count", &of_the_form).await?;
    let chosen: String = finder.js("return root.querySelector('#gpf-legal-form').value", &[]).await?;
    ensure!(chosen == "community-interest-company", "the finder is filtered by {chosen:?}");

    // The button is there while the page has a comparison.
    finder.js::<Value>("root.querySelector('.gpf-federation').open = true", &[]).await?;
    let has_button = "return !!root.querySelector('.gpf-federation[open] .gpf-compare') === args[0]";
    finder.wait_for("the button", has_button, &[true.into()]).await?;
    let remove = "window.removed = document.querySelector('gp-legal-form-comparison');
        window.place = removed.parentNode;
        removed.remove();
        return null";
    b.js::<Value>(remove, &[]).await?;
    finder.wait_for("no button without a comparison", has_button, &[false.into()]).await?;
    b.js::<Value>("place.append(removed); return null", &[]).await?;
    finder.wait_for("the button again", has_button, &[true.into()]).await
}
