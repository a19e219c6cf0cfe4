//! All forms can be selected one by one. If only two are left, clearing one shows an error beside the boxes.

use anyhow::{Result, ensure};
use gpf_domain::comparison::SubjectKind;

use crate::harness::Browser;
use crate::harness::catalogue::{DEFAULT_FORMS, catalogue, compares};

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("comparison.html").await?;
    let comparison = b.comparison().await?;
    let forms: Vec<&str> = catalogue().forms.iter().map(|it| &*it.id).collect();
    for id in ["charity", "limited-liability-partnership", "company-limited-by-guarantee"] {
        comparison.click(&format!("[data-field=form][value={id}]")).await?;
    }
    compares(&comparison, SubjectKind::Form, &forms).await?;
    ensure!(comparison.count(".gpf-error").await? == 0, "something is refused");

    comparison.click(".gpf-companies").await?;
    let companies = ["company-limited-by-shares", "community-interest-company", "company-limited-by-guarantee"];
    compares(&comparison, SubjectKind::Form, &companies).await?;
    let stays = "return root.activeElement === root.querySelector('.gpf-companies')";
    comparison.wait_for("the focus where it was", stays, &[]).await?;
    comparison.click(".gpf-reset").await?;
    compares(&comparison, SubjectKind::Form, &DEFAULT_FORMS).await?;

    comparison.click("[data-field=form][value=gp-partnership]").await?;
    compares(&comparison, SubjectKind::Form, &["company-limited-by-shares", "community-interest-company"]).await?;
    comparison.click("[data-field=form][value=community-interest-company]").await?;
    comparison.eventually_contains(".gpf-forms .gpf-error", "Error: Keep at least 2 legal forms").await?;
    let (ticked, is_near): (usize, bool) = comparison
        .js(
            "const set = root.querySelector('.gpf-forms');
             const error = root.getElementById(set.getAttribute('aria-describedby'));
             const box = set.querySelector('.gpf-check').getBoundingClientRect();
             return [set.querySelectorAll(':checked').length, box.top - error.getBoundingClientRect().bottom < 20]",
            &[],
        )
        .await?;
    ensure!(ticked == 2 && is_near, "{ticked} are ticked; near the boxes: {is_near}");
    b.check_accessibility("with a tick refused").await?;
    comparison.click("[data-field=form][value=charity]").await?;
    comparison.wait_for("no error", "return !root.querySelector('.gpf-error, [aria-describedby]')", &[]).await?;

    comparison.click("[data-field=kind][value=models]").await?;
    let models: Vec<&str> = catalogue().models.iter().map(|it| &*it.id).collect();
    compares(&comparison, SubjectKind::Model, &models).await?;
    for id in &models[..3] {
        comparison.click(&format!("[data-field=form][value={id}]")).await?;
    }
    comparison.eventually_contains(".gpf-error", "Keep at least 2 ways of working together").await?;
    comparison.click(".gpf-all").await?;
    compares(&comparison, SubjectKind::Model, &models).await
}
