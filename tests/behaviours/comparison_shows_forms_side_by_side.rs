//! One row per question, one column per form: each cell has an answer and a sentence, and one disclosure per question
//! contains the sources.

use anyhow::{Context, Result, ensure};
use gpf_domain::comparison::{Answer, SubjectKind};

use crate::harness::Browser;
use crate::harness::catalogue::{catalogue, compares, forms};

const AT_FIRST: [&str; 3] = ["gp-partnership", "company-limited-by-shares", "community-interest-company"];

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("comparison.html").await?;
    let comparison = b.comparison().await?;
    compares(&comparison, SubjectKind::Form, &AT_FIRST).await?;
    let all = catalogue();
    let mut expected = Vec::new();
    for criterion in all.criteria(SubjectKind::Form) {
        for form in forms(&AT_FIRST) {
            let Some(cell) = all.cell(&form.id, &criterion.id) else { continue };
            expected.push(match cell.answer {
                Answer::NotStated => cell.answer.label().to_owned(),
                answer => format!("{} {}", answer.label(), cell.explanation),
            });
        }
    }
    let shown = comparison.texts("tbody td").await?;
    ensure!(shown == expected, "the cells say {shown:#?}");

    ensure!(comparison.count("caption").await? == 1 && comparison.count("tbody th[scope=row]").await? == 20);
    comparison.click(".gpf-why").await?;
    comparison.wait_for("the evidence", "return root.querySelectorAll('.gpf-evidence li').length > 0", &[]).await?;
    ensure!(comparison.count(".gpf-why[aria-expanded=true]").await? == 1);
    let criterion = all.criteria(SubjectKind::Form).next().context("no question")?;
    for form in forms(&AT_FIRST) {
        let Some(cell) = all.cell(&form.id, &criterion.id) else { continue };
        for finding in all.findings_of(cell) {
            let said = comparison.texts(".gpf-evidence").await?.concat();
            ensure!(said.contains(&finding.text) && said.contains(&all.cite(finding)), "{} is not said", finding.id);
        }
    }
    comparison.click(".gpf-why").await?;
    comparison.wait_for("no evidence", "return !root.querySelector('.gpf-evidence')", &[]).await?;
    // No answer is presented as better.
    let colours: Vec<String> = comparison
        .js("return ['yes', 'no', 'depends'].map((it) => getComputedStyle(root.querySelector(`.gpf-${it}`), '::before').borderTopColor)", &[])
        .await?;
    ensure!(colours.iter().all(|it| *it == colours[0]), "the answers are coloured {colours:?}");

    comparison.click("[data-field=form][value=charity]").await?;
    compares(&comparison, SubjectKind::Form, &[&AT_FIRST[..], &["charity"]].concat()).await?;
    comparison.click("[data-field=kind][value=models]").await?;
    let models: Vec<&str> = all.models.iter().map(|model| &*model.id).collect();
    compares(&comparison, SubjectKind::Model, &models).await
}
