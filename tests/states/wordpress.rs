//! Pages of WordPress with the plugin.

use anyhow::Result;

use super::Look;
use super::state::Mode::{Desktop, Phone, Tablet};
use super::state::{State, state};
use crate::harness::Browser;

pub(super) const STATES: &[State] = &[
    state("shortcode", "A shortcode in a post, in the column of the theme").seen(&[Phone, Tablet, Desktop]),
    state("block", "A wide block").seen(&[Phone, Desktop]),
];

pub(super) async fn walk(b: &mut Browser, look: &mut Look) -> Result<()> {
    for name in ["shortcode", "block"] {
        b.open_wordpress(&["/", name, "/"].concat()).await?;
        b.finder().await?.wait_for("federations", "return !!root.querySelector('.gpf-region-group')", &[]).await?;
        look.at(b, name).await?;
    }
    Ok(())
}
