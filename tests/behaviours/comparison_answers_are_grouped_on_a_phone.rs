//! At 375 CSS pixels the answers are grouped by answer. The comparison is less than 2,500 pixels high, and one
//! disclosure per question contains sentences and sources.

use anyhow::{Context, Result, ensure};
use gpf_domain::comparison::{Answer, SubjectKind};
use serde_json::Value;

use crate::harness::catalogue::{DEFAULT_FORMS, catalogue, forms};
use crate::harness::{Browser, Finder};

/// No browser window can be that narrow, but a frame can.
const PAGE: &str = "<!doctype html><html lang=en-GB><head><meta charset=utf-8><title>A phone</title></head><body>
<iframe src='comparison.html' title='A phone' width=375 height=667 style='border:0'></iframe></body></html>";

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    let page = b.serve("/pages/phone-375.html", PAGE, &[]);
    b.go_to(&page).await?;
    b.enter_frame("iframe").await?;
    let comparison = b.comparison().await?;
    comparison
        .wait_for("all questions", "return root.querySelectorAll('.gpf-asked-of-all').length === 20", &[])
        .await?;
    ensure!(comparison.count("table").await? == 0, "there is a table");
    says_who(&comparison, &DEFAULT_FORMS).await?;
    let height: f64 = height(&comparison).await?;
    ensure!(height < 2500.0, "3 forms are {height} pixels high");

    // One disclosure opens the sentences and sources of all forms.
    let criterion = catalogue().criteria(SubjectKind::Form).nth(1).context("no second question")?;
    comparison.click(&format!(".gpf-why[data-id={}]", criterion.id)).await?;
    comparison.eventually_contains(".gpf-reasons", &criterion.question).await?;
    let said = comparison.text(".gpf-reasons").await?;
    for form in forms(&DEFAULT_FORMS) {
        let Some(cell) = catalogue().cell(&form.id, &criterion.id) else { continue };
        for part in [&form.name, &cell.explanation] {
            ensure!(said.contains(part.as_str()), "{part:?} is not said");
        }
        for finding in catalogue().findings_of(cell) {
            ensure!(said.contains(&finding.text) && said.contains(&catalogue().cite(finding)), "{}", finding.id);
        }
    }
    ensure!(comparison.count(".gpf-reasons").await? == 1, "other questions have opened too");

    // The names of the compared forms stay in view, and link to the selection.
    comparison
        .js::<Value>("root.querySelector('.gpf-answer-group:last-child').scrollIntoView(); scrollBy(0, 700)", &[])
        .await?;
    let top = "const line = root.querySelector('.gpf-comparing');
        return Math.round(line.getBoundingClientRect().top) === 0 && line.contains(root.elementFromPoint(170, 20))";
    comparison.wait_for("the line at the top, over all else", top, &[]).await?;
    // Drivers would scroll to the position that it has without sticking.
    comparison.js::<Value>("root.querySelector('.gpf-comparing').click()", &[]).await?;
    let focused = "return root.activeElement === root.querySelector('[data-field=form]')";
    comparison.wait_for("the focus on the first box", focused, &[]).await?;

    // All six forms need little more height.
    comparison.click(".gpf-all").await?;
    comparison.eventually_contains(".gpf-comparing", "Comparing all 6").await?;
    let all: Vec<&str> = catalogue().forms.iter().map(|it| &*it.id).collect();
    says_who(&comparison, &all).await?;
    comparison.fits_the_page("with all six").await?;
    b.check_accessibility("grouped by answer").await
}

async fn height(comparison: &Finder) -> Result<f64> {
    comparison.js("return root.querySelector('.gpf-side-by-side').getBoundingClientRect().height", &[]).await
}

/// Each question has a line for each answer, with the short names of the forms that have it.
async fn says_who(comparison: &Finder, ids: &[&str]) -> Result<()> {
    let all = catalogue();
    let mut expected = Vec::new();
    for criterion in all.criteria(SubjectKind::Form) {
        for answer in [Answer::Yes, Answer::Depends, Answer::No, Answer::NotStated] {
            let is_it = |id: &str| all.cell(id, &criterion.id).is_some_and(|it| it.answer == answer);
            let who: Vec<&str> =
                forms(ids).into_iter().filter(|it| is_it(&it.id)).map(gpf_domain::comparison::Subject::short).collect();
            let label = if answer == Answer::NotStated { "Not stated" } else { answer.label() };
            match who.len() {
                0 => {}
                count if count == ids.len() => expected.push(format!("{label}All {count}")),
                _ => expected.push(format!("{label}{}", who.join(", "))),
            }
        }
    }
    let body = "return [...root.querySelectorAll('.gpf-answer-group')].map((e) => e.textContent).join('|') === args[0]";
    comparison.wait_for("who gives which answer", body, &[expected.join("|").into()]).await
}
