//! One row per question, one column per form: each cell has an answer and a sentence, and one disclosure per question
//! contains the sources.

use anyhow::{Context, Result, ensure};
use gpf_domain::comparison::{Answer, Cell, SubjectKind};

use crate::harness::Browser;
use crate::harness::catalogue::{DEFAULT_FORMS, catalogue, compares, forms};

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("comparison.html").await?;
    let comparison = b.comparison().await?;
    compares(&comparison, SubjectKind::Form, &DEFAULT_FORMS).await?;
    let all = catalogue();
    let mut expected = Vec::new();
    for criterion in all.criteria(SubjectKind::Form) {
        let cells: Vec<_> = forms(&DEFAULT_FORMS).iter().filter_map(|form| all.cell(&form.id, &criterion.id)).collect();
        let said = |cell: &Cell| match cell.answer {
            Answer::NotStated => cell.answer.label().to_owned(),
            answer => format!("{} {}", answer.label(), cell.explanation),
        };
        // An answer that all of them have is in one cell.
        if cells.iter().all(|cell| cell.agrees_with(cells[0])) {
            expected.push([&*said(cells[0]), "The same for all 3"].concat());
        } else {
            expected.extend(cells.into_iter().map(said));
        }
    }
    let shown = comparison.texts("tbody td").await?;
    ensure!(shown == expected, "the cells say {shown:#?}");

    ensure!(comparison.count("caption").await? == 1 && comparison.count("tbody th[scope=row]").await? == 20);
    comparison.click(".gpf-why").await?;
    comparison.wait_for("the evidence", "return root.querySelectorAll('.gpf-evidence li').length > 0", &[]).await?;
    ensure!(comparison.count(".gpf-why[aria-expanded=true]").await? == 1);
    let criterion = all.criteria(SubjectKind::Form).next().context("no question")?;
    for form in forms(&DEFAULT_FORMS) {
        let Some(cell) = all.cell(&form.id, &criterion.id) else { continue };
        for finding in all.findings_of(cell) {
            let said = comparison.texts(".gpf-evidence").await?.concat();
            ensure!(said.contains(&finding.text) && said.contains(&all.cite(finding)), "{} is not said", finding.id);
        }
    }
    comparison.click(".gpf-why").await?;
    comparison.wait_for("no evidence", "return !root.querySelector('.gpf-evidence')", &[]).await?;

    // Each form has sources of its own for an answer that all of them have.
    let why = "[data-id=vat].gpf-why";
    let cells = format!("return root.querySelector('{why}').closest('tr').querySelectorAll('td').length === args[0]");
    comparison.wait_for("one cell", &cells, &[1.into()]).await?;
    comparison.click(why).await?;
    comparison.wait_for("a cell for each form", &cells, &[3.into()]).await?;
    let sources = comparison.texts(".gpf-evidence").await?;
    ensure!(sources.len() == 3 && sources.iter().all(|it| it.contains("The 4 conditions")), "the sources: {sources:?}");
    comparison.click(why).await?;
    comparison.wait_for("one cell again", &cells, &[1.into()]).await?;
    // No answer is presented as better.
    let colours: Vec<String> = comparison
        .js("return ['yes', 'no', 'depends'].map((it) => getComputedStyle(root.querySelector(`.gpf-${it}`), '::before').borderTopColor)", &[])
        .await?;
    ensure!(colours.iter().all(|it| *it == colours[0]), "the answers are coloured {colours:?}");

    comparison.click("[data-field=form][value=charity]").await?;
    compares(&comparison, SubjectKind::Form, &[&DEFAULT_FORMS[..], &["charity"]].concat()).await?;
    comparison.click("[data-field=kind][value=models]").await?;
    let models: Vec<&str> = all.models.iter().map(|model| &*model.id).collect();
    compares(&comparison, SubjectKind::Model, &models).await
}
