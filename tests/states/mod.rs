//! The states of each element and page, one file per scene. A state is defined once: axe checks it in every engine, and
//! Chromium takes its screenshots.

mod builder;
mod camera;
mod comparer;
mod comparison;
mod custom_list;
mod fallback;
mod finder;
mod frame;
mod guide;
mod list_check;
pub(crate) mod screenshots;
pub(crate) mod shooting;
mod standalone;
pub(crate) mod state;
mod wordpress;

use std::future::Future;
use std::pin::Pin;

use anyhow::{Context, Result, bail, ensure};
use browser_tests::turns::Weight;

use crate::harness::Browser;
use crate::harness::trial::Behaviour;
use shooting::{Shooting, photograph};
use state::{State, picture};

/// Goes through all states of a scene and passes each to the observer.
type Walk = for<'a> fn(&'a mut Browser, &'a mut Look) -> Pin<Box<dyn Future<Output = Result<()>> + 'a>>;

/// An element or a page with its states.
pub(crate) struct Scene {
    /// The prefix of its pictures, after `_` is replaced by `-`.
    pub(crate) name: &'static str,
    /// Its heading in the document.
    pub(crate) title: &'static str,
    pub(crate) states: &'static [State],
    /// The test that takes its screenshots.
    pub(crate) trial: Behaviour,
    walk: Walk,
}

impl Scene {
    /// The names of all its pictures.
    pub(crate) fn pictures(&self) -> impl Iterator<Item = String> {
        self.states.iter().flat_map(|state| state.modes.iter().map(|mode| picture(self.name, state, *mode)))
    }
}

/// An observer of the states of a scene.
pub(crate) struct Look {
    scene: &'static Scene,
    eye: Eye,
    seen: Vec<&'static str>,
}

enum Eye {
    Axe,
    Camera(Shooting),
}

impl Look {
    /// Called when the page is in this state.
    ///
    /// # Errors
    /// Returns an error if the scene has no such state, axe finds a violation, or a screenshot cannot be taken.
    pub(crate) async fn at(&mut self, b: &Browser, name: &str) -> Result<()> {
        let state = self.scene.states.iter().find(|state| state.name == name);
        let state = state.with_context(|| format!("add the state {name} to those of the scene {}", self.scene.name))?;
        ensure!(!self.seen.contains(&state.name), "the scene {} comes to {name} twice", self.scene.name);
        self.seen.push(state.name);
        match &mut self.eye {
            Eye::Axe if !state.is_for_axe => Ok(()),
            Eye::Axe => b.check_accessibility(&[self.scene.name, ", ", name].concat()).await,
            Eye::Camera(shooting) => shooting.take(b, self.scene.name, state).await,
        }
    }

    fn end(self) -> Result<()> {
        let missed: Vec<&str> =
            self.scene.states.iter().map(|state| state.name).filter(|name| !self.seen.contains(name)).collect();
        ensure!(missed.is_empty(), "the scene {} never comes to {}", self.scene.name, missed.join(", "));
        match self.eye {
            Eye::Axe => Ok(()),
            Eye::Camera(shooting) => shooting.end(),
        }
    }
}

/// Checks that axe finds no violation in any state of a scene.
///
/// # Errors
/// Returns an error if axe finds one, or the scene cannot be completed.
pub(crate) async fn is_accessible(name: &str, b: &mut Browser) -> Result<()> {
    walk(name, b, Eye::Axe).await
}

/// Checks that every state of a scene matches its pictures.
///
/// # Errors
/// Returns an error if a picture is different, or the scene cannot be completed.
async fn looks_as_before(name: &str, b: &mut Browser) -> Result<()> {
    let shooting = photograph(b).await?;
    walk(name, b, Eye::Camera(shooting)).await
}

async fn walk(name: &str, b: &mut Browser, eye: Eye) -> Result<()> {
    let Some(scene) = SCENES.iter().find(|scene| scene.name == name) else { bail!("there is no scene {name}") };
    let mut look = Look { scene, eye, seen: Vec::new() };
    let walked = (scene.walk)(b, &mut look).await;
    if let Eye::Camera(shooting) = &mut look.eye {
        shooting.put_back(b).await?;
    }
    walked?;
    look.end()
}

/// Generates the list of scenes from the names of their files.
macro_rules! scenes {
    ($($name:ident: $title:literal),* $(,)?) => {
        [$(Scene {
            name: stringify!($name),
            title: $title,
            states: $name::STATES,
            trial: Behaviour {
                name: concat!("screenshots_", stringify!($name)),
                weight: Weight::Light,
                run: |b| Box::pin(looks_as_before(stringify!($name), b)),
            },
            walk: |b, look| Box::pin($name::walk(b, look)),
        }),*]
    };
}

/// All scenes, in the order of the document.
pub(crate) static SCENES: [Scene; 10] = scenes![
    finder: "Finder",
    custom_list: "Finder with a custom list",
    comparison: "Comparison",
    guide: "Guide",
    fallback: "Fallbacks, placeholders and errors",
    builder: "Builder",
    list_check: "Builder: check your list",
    frame: "Frame page",
    standalone: "Standalone page",
    wordpress: "WordPress",
];
