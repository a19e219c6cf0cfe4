//! Each form fits the requirements or does not, with reasons. Requirements that conflict are named.

use anyhow::{Result, ensure};
use gpf_domain::comparison::SubjectKind;

use crate::harness::Browser;
use crate::harness::catalogue::{catalogue, open_requirements, require};

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("comparison.html").await?;
    let comparison = b.comparison().await?;
    open_requirements(&comparison).await?;
    require(&comparison, "limited-liability", "yes").await?;
    comparison.wait_for("the verdicts", "return !!root.querySelector('.gpf-shortlist')", &[]).await?;
    stands(&comparison, &["limited-liability"]).await?;
    ensure!(comparison.count("thead .gpf-verdict").await? == 3, "verdicts are missing at the columns");
    ensure!(comparison.count(".gpf-shortlist .gpf-nothing").await? == 0);

    require(&comparison, "registration", "no").await?;
    stands(&comparison, &["limited-liability", "registration=no"]).await?;
    ensure!(comparison.count(".gpf-shortlist .gpf-nothing").await? == 1, "the contradiction is not named");
    b.check_accessibility("with a contradiction").await?;

    // Any requirement can be removed.
    comparison.click(".gpf-shortlist .gpf-nothing button").await?;
    comparison
        .wait_for("something to be left", "return !root.querySelector('.gpf-shortlist .gpf-nothing')", &[])
        .await?;
    comparison.click(".gpf-clear").await?;
    comparison.wait_for("no verdicts", "return !root.querySelector('.gpf-shortlist')", &[]).await
}

async fn stands(comparison: &crate::harness::Finder, requirements: &[&str]) -> Result<()> {
    let wanted = catalogue().choose_requirements(SubjectKind::Form, requirements)?;
    let list = catalogue().shortlist(SubjectKind::Form, &wanted);
    let expected: Vec<String> = list.by_fit().iter().map(|it| format!("{} {}", it.subject.name, it.tag())).collect();
    let body = "return [...root.querySelectorAll('.gpf-standing')]
        .map((e) => e.querySelector('strong').textContent + ' ' + e.querySelector('.gpf-tag').textContent).join('|') === args[0]";
    comparison.wait_for(&format!("{expected:?}"), body, &[expected.join("|").into()]).await?;
    let reasons = comparison.count(".gpf-standing .gpf-checked li").await?;
    ensure!(reasons == list.assessments.len() * requirements.len(), "{reasons} reasons are given");
    let decisive: usize = list.assessments.iter().map(|it| it.decisive().len()).sum();
    ensure!(comparison.count(".gpf-decisive li").await? == decisive, "what decides is not said of each");
    Ok(())
}
