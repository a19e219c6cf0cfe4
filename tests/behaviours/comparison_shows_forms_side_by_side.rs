//! A row a question, a column a form: answer, sentence and source in each cell, and what the sources say where asked.

use anyhow::{Result, ensure};
use gpf_core::comparison::{Answer, SubjectKind};

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
                answer => format!("{}. {}{}", answer.label(), cell.says, all.cite_cell(cell)),
            });
        }
    }
    let shown = comparison.texts("tbody td").await?;
    ensure!(shown == expected, "the cells say {shown:#?}");

    ensure!(comparison.count("caption").await? == 1 && comparison.count("tbody th[scope=row]").await? == 20);
    comparison.click(".gpf-why").await?;
    comparison.wait_for("the grounds", "return root.querySelectorAll('.gpf-grounds li').length > 0", &[]).await?;
    ensure!(comparison.text(".gpf-why[aria-expanded=true]").await?.starts_with("Hide sources"));

    comparison.click("[data-ask=form][value=charity]").await?;
    compares(&comparison, SubjectKind::Form, &[&AT_FIRST[..], &["charity"]].concat()).await?;
    // A fifth is refused, says so, and its box is empty again.
    comparison.click("[data-ask=form][value=limited-liability-partnership]").await?;
    comparison.says(".gpf-done", "You can compare up to 4.").await?;
    let ticked: usize = comparison.js("return root.querySelectorAll('[data-ask=form]:checked').length", &[]).await?;
    ensure!(ticked == 4, "{ticked} boxes are ticked");

    comparison.click("[data-ask=kind][value=models]").await?;
    let models: Vec<&str> = all.models.iter().map(|model| &*model.id).collect();
    compares(&comparison, SubjectKind::Model, &models).await
}
