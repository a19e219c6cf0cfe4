//! The comparison of legal forms, and of ways of working together.

use anyhow::Result;
use serde_json::Value;

use super::Look;
use super::state::Mode::{Desktop, ForcedColours, Phone, Tablet};
use super::state::{ALL, State, state};
use crate::harness::Browser;
use crate::harness::catalogue::{open_requirements, require};

pub(super) const STATES: &[State] = &[
    state("first-view", "As it opens: 3 legal forms").seen(ALL),
    state("sources-open", "What stands behind the answers to a question")
        .seen(&[Phone, Desktop])
        .of(".gpf-side-by-side")
        .up_to(700)
        .without_axe(),
    state("requirements", "What is required, and in view what that leaves")
        .seen(&[Phone, Desktop, ForcedColours])
        .of(".gpf-requirements")
        .up_to(700),
    state("ruled-out", "What the requirements leave, with a form that they rule out")
        .seen(&[Phone, Desktop, ForcedColours])
        .of(".gpf-shortlist")
        .up_to(600)
        .without_axe(),
    state("contradiction", "Requirements that no form can meet").seen(&[Tablet]).of(".gpf-shortlist").up_to(500),
    state("only-differences", "Only the questions whose answers differ").seen(&[Tablet]).without_axe(),
    state("everything-open", "All details open at once"),
    state("findings", "Advantages and disadvantages of a form")
        .seen(&[Phone, Desktop])
        .of(".gpf-findings")
        .up_to(700)
        .without_axe(),
    state("cases", "Case studies, one of them open")
        .seen(&[Phone, Desktop, ForcedColours])
        .of(".gpf-cases")
        .up_to(700)
        .without_axe(),
    state("actions", "What can be done with the table, and the link to copy by hand")
        .seen(&[Phone, Desktop])
        .of(".gpf-actions")
        .without_axe(),
    state("models", "Ways of working together").seen(&[Phone, Desktop]),
    state("all-forms", "All 6 legal forms: grouped by answer, or as a table where its columns fit")
        .seen(&[Tablet, Desktop])
        .of(".gpf-side-by-side")
        .up_to(700),
    state("too-few", "The second last form is unticked").seen(&[Phone, Desktop]).of(".gpf-forms"),
];

pub(super) async fn walk(b: &mut Browser, look: &mut Look) -> Result<()> {
    b.open("comparison.html").await?;
    let comparison = b.comparison().await?;
    look.at(b, "first-view").await?;

    comparison.click(".gpf-why").await?;
    comparison.wait_for("the evidence", "return !!root.querySelector('.gpf-evidence')", &[]).await?;
    // The button keeps the focus when the picture has another width, and browsers then show where it is.
    comparison.js::<Value>("root.activeElement.blur()", &[]).await?;
    look.at(b, "sources-open").await?;
    comparison.click(".gpf-why").await?;

    open_requirements(&comparison).await?;
    require(&comparison, "asset-lock", "yes").await?;
    comparison.wait_for("the verdicts", "return !!root.querySelector('.gpf-shortlist')", &[]).await?;
    look.at(b, "requirements").await?;
    look.at(b, "ruled-out").await?;
    require(&comparison, "charity-status", "yes").await?;
    require(&comparison, "gms", "yes").await?;
    comparison.wait_for("the contradiction", "return !!root.querySelector('.gpf-shortlist .gpf-nothing')", &[]).await?;
    look.at(b, "contradiction").await?;
    comparison.click(".gpf-clear").await?;
    comparison.wait_for("no verdicts", "return !root.querySelector('.gpf-shortlist')", &[]).await?;
    comparison.js::<Value>("root.querySelector('.gpf-requirements').open = false", &[]).await?;

    comparison.click("#gpf-only-differences").await?;
    comparison.eventually_contains(".gpf-count", "questions have different answers").await?;
    look.at(b, "only-differences").await?;
    comparison.click("#gpf-only-differences").await?;
    comparison.eventually_contains(".gpf-count", "Comparing").await?;

    let open = "for (const details of root.querySelectorAll(args[0])) details.open = args[1]";
    comparison.js::<Value>(open, &["details".into(), true.into()]).await?;
    look.at(b, "everything-open").await?;
    comparison.js::<Value>(open, &["details".into(), false.into()]).await?;
    comparison.js::<Value>(open, &[".gpf-findings > details:nth-of-type(3)".into(), true.into()]).await?;
    look.at(b, "findings").await?;
    comparison.js::<Value>(open, &[".gpf-cases div:first-child > details:first-of-type".into(), true.into()]).await?;
    look.at(b, "cases").await?;

    b.forbid_copies().await?;
    comparison.click(".gpf-copy-link").await?;
    comparison.wait_for("the link", "return !!root.querySelector('.gpf-link-field')", &[]).await?;
    // The test server's port is different each time. The widget would write its link again, so the field claims to
    // contain it still.
    comparison
        .js::<Value>(
            "const field = root.querySelector('.gpf-link-field');
             const link = field.value;
             field.value = link.replace(location.origin, 'https://intranet.example.nhs.uk');
             Object.defineProperty(field, 'value', { get: () => link, set() {} })",
            &[],
        )
        .await?;
    look.at(b, "actions").await?;

    comparison.click("[data-field=kind][value=models]").await?;
    comparison.eventually_contains(".gpf-count", "4 ways of working together on").await?;
    look.at(b, "models").await?;
    comparison.js::<Value>("host.setAttribute('kind', 'legal-forms'); host.setAttribute('forms', 'all')", &[]).await?;
    comparison.eventually_contains(".gpf-count", "6 legal forms on").await?;
    look.at(b, "all-forms").await?;
    comparison.js::<Value>("host.setAttribute('forms', 'charity, gp-partnership')", &[]).await?;
    comparison.eventually_contains(".gpf-count", "2 legal forms").await?;
    comparison.click("[data-field=form][value=charity]").await?;
    comparison.eventually_contains(".gpf-error", "Keep at least 2 legal forms").await?;
    look.at(b, "too-few").await
}
