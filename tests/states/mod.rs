//! The states that each element and page can be in, one file a scene. A state is defined once: axe looks at it in every
//! engine, and Chromium takes its pictures.

mod builder;
mod comparison;
mod fallback;
mod finder;
mod frame;
mod guide;
mod list_check;
mod own_list;
mod standalone;
mod wordpress;

use std::future::Future;
use std::pin::Pin;

use anyhow::{Context, Result, bail, ensure};
use browser_tests::turns::Weight;

use crate::harness::Browser;
use crate::harness::screenshots::{Shooting, photograph};
use crate::harness::trial::Behaviour;

/// Goes through all states of something and has each of them looked at.
type Walk = for<'a> fn(&'a mut Browser, &'a mut Look) -> Pin<Box<dyn Future<Output = Result<()>> + 'a>>;

/// An element or a page with its states.
pub(crate) struct Scene {
    /// What its pictures begin with, once `_` is `-`.
    pub(crate) name: &'static str,
    /// Its heading in the documentation.
    pub(crate) title: &'static str,
    pub(crate) states: &'static [State],
    /// What takes its pictures.
    pub(crate) trial: Behaviour,
    walk: Walk,
}

/// A state, and the pictures that are taken of it.
pub(crate) struct State {
    pub(crate) name: &'static str,
    /// What is to be seen, for the table in `docs/SCREENSHOTS.md`.
    pub(crate) shows: &'static str,
    pub(crate) modes: &'static [Mode],
    pub(crate) part: Part,
    limit: u32,
    is_for_axe: bool,
}

/// How a page is shown: in which width and to whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    Phone,
    Tablet,
    Desktop,
    Print,
    ForcedColours,
}

/// What of a page is in the picture.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Part {
    /// From the page's beginning.
    Page,
    /// The first element that this selector finds, in the page or in a shadow root.
    Of(&'static str),
    /// From that element's beginning to the end of the widget or page that holds it.
    From(&'static str),
}

use Mode::{Desktop, ForcedColours, Phone, Print, Tablet};

const WIDTHS: &[Mode] = &[Phone, Tablet, Desktop];
const ALL: &[Mode] = &[Phone, Tablet, Desktop, Print, ForcedColours];

impl Mode {
    /// What the names of pictures end with.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Phone => "320",
            Tablet => "768",
            Desktop => "1280",
            Print => "print",
            ForcedColours => "forced-colours",
        }
    }

    /// The width of the page in CSS pixels. A sheet of A4 has 718 between the margins that browsers print with.
    pub(crate) fn width(self) -> u32 {
        match self {
            Phone => 320,
            Tablet | ForcedColours => 768,
            Desktop => 1280,
            Print => 718,
        }
    }

    /// How much of a long page is in a picture, unless its state says otherwise.
    fn height(self) -> u32 {
        match self {
            Phone => 900,
            Tablet => 740,
            Desktop => 680,
            Print => 640,
            ForcedColours => 560,
        }
    }
}

/// A state of which no picture is taken.
const fn state(name: &'static str, shows: &'static str) -> State {
    State { name, shows, modes: &[], part: Part::Page, limit: 0, is_for_axe: true }
}

impl State {
    /// Has pictures taken of it.
    const fn seen(mut self, modes: &'static [Mode]) -> Self {
        self.modes = modes;
        self
    }

    /// They show no more than this element.
    const fn of(mut self, css: &'static str) -> Self {
        self.part = Part::Of(css);
        self
    }

    /// They begin with this element.
    const fn from(mut self, css: &'static str) -> Self {
        self.part = Part::From(css);
        self
    }

    /// They are at most so many pixels high.
    const fn up_to(mut self, height: u32) -> Self {
        self.limit = height;
        self
    }

    /// Nothing is in it that axe would not have seen in another state.
    const fn without_axe(mut self) -> Self {
        self.is_for_axe = false;
        self
    }

    /// How high a picture may be.
    pub(crate) fn limit(&self, mode: Mode) -> u32 {
        if self.limit == 0 { mode.height() } else { self.limit }
    }
}

impl Scene {
    /// The names of all its pictures.
    pub(crate) fn pictures(&self) -> impl Iterator<Item = String> {
        self.states.iter().flat_map(|state| state.modes.iter().map(|mode| self.picture(state, *mode)))
    }

    /// The name of one of them, such as `finder-first-view-320`.
    pub(crate) fn picture(&self, state: &State, mode: Mode) -> String {
        [&*self.name.replace('_', "-"), state.name, mode.id()].join("-")
    }
}

/// Somebody who looks at each state of a scene.
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
    /// The page is in this state now.
    ///
    /// # Errors
    /// When the scene has no such state, when axe finds something, or when no picture can be taken.
    pub(crate) async fn at(&mut self, b: &Browser, name: &str) -> Result<()> {
        let state = self.scene.states.iter().find(|state| state.name == name);
        let state = state.with_context(|| format!("add the state {name} to those of the scene {}", self.scene.name))?;
        ensure!(!self.seen.contains(&state.name), "the scene {} comes to {name} twice", self.scene.name);
        self.seen.push(state.name);
        match &mut self.eye {
            Eye::Axe if !state.is_for_axe => Ok(()),
            Eye::Axe => b.check_accessibility(&[self.scene.name, ", ", name].concat()).await,
            Eye::Camera(shooting) => shooting.take(b, self.scene, state).await,
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

/// axe finds nothing in any state of a scene.
///
/// # Errors
/// When it does, or the scene can't be gone through.
pub(crate) async fn is_accessible(name: &str, b: &mut Browser) -> Result<()> {
    walk(name, b, Eye::Axe).await
}

/// Every state of a scene looks as in its pictures.
///
/// # Errors
/// When one looks different, or the scene can't be gone through.
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

/// Makes the list of scenes from the names of their files.
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

/// Every scene, in the order of the documentation.
pub(crate) static SCENES: [Scene; 10] = scenes![
    finder: "Finder",
    own_list: "Finder with a custom list",
    comparison: "Comparison",
    guide: "Guide",
    fallback: "Fallbacks, placeholders and errors",
    builder: "Builder",
    list_check: "Builder: check your list",
    frame: "Frame page",
    standalone: "Standalone page",
    wordpress: "WordPress",
];
