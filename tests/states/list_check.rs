//! "Check your list" in the builder.

use anyhow::Result;

use super::Look;
use super::state::Mode::{Desktop, ForcedColours, Phone, Tablet};
use super::state::{State, state};
use crate::harness::Browser;
use crate::harness::folders::project_folder;
use crate::harness::lists::corpus_folder;

pub(super) const STATES: &[State] = &[
    state("empty", "Before a file is chosen").seen(&[Phone, Desktop]).of("#list").without_axe(),
    state("report", "A list that can be used, with problems")
        .seen(&[Phone, Desktop, ForcedColours])
        .of("#list")
        .up_to(900),
    state("workbook", "A workbook with several sheets"),
    state("no-use", "A file that cannot be used").seen(&[Phone, Tablet, ForcedColours]).of("#list").up_to(900),
];

pub(super) async fn walk(b: &mut Browser, look: &mut Look) -> Result<()> {
    b.open_builder("#host=static&script=gp-federations.js").await?;
    look.at(b, "empty").await?;
    b.choose_list(&corpus_folder().join("wrong-cells.csv")).await?;
    b.list_says("You can use this list, but it has problems. wrong-cells.csv: 3 of 3 rows").await?;
    b.finder_at("#list-preview > *").await?.eventually_contains(".gpf-count", "3 federations").await?;
    look.at(b, "report").await?;
    b.choose_list(&project_folder().join("assets/builder/tests/workbooks/excel.xlsx")).await?;
    b.list_says("excel.xlsx, sheet \"Federations\": 3 of 3 rows can be used").await?;
    look.at(b, "workbook").await?;
    b.choose_list(&corpus_folder().join("workbook.csv")).await?;
    b.list_says("workbook.csv cannot be used").await?;
    look.at(b, "no-use").await
}
