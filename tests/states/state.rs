//! A state of an element or a page, and how pictures are taken of it.

/// A state, and the pictures that are taken of it.
pub(crate) struct State {
    pub(crate) name: &'static str,
    /// What is to be seen, for the table in `docs/SCREENSHOTS.md`.
    pub(crate) shows: &'static str,
    pub(crate) modes: &'static [Mode],
    pub(crate) part: Part,
    limit: u32,
    pub(super) is_for_axe: bool,
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

pub(super) const WIDTHS: &[Mode] = &[Phone, Tablet, Desktop];
pub(super) const ALL: &[Mode] = &[Phone, Tablet, Desktop, Print, ForcedColours];

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
pub(super) const fn state(name: &'static str, shows: &'static str) -> State {
    State { name, shows, modes: &[], part: Part::Page, limit: 0, is_for_axe: true }
}

impl State {
    /// Has pictures taken of it.
    pub(super) const fn seen(mut self, modes: &'static [Mode]) -> Self {
        self.modes = modes;
        self
    }

    /// They show no more than this element.
    pub(super) const fn of(mut self, css: &'static str) -> Self {
        self.part = Part::Of(css);
        self
    }

    /// They begin with this element.
    pub(super) const fn from(mut self, css: &'static str) -> Self {
        self.part = Part::From(css);
        self
    }

    /// They are at most so many pixels high.
    pub(super) const fn up_to(mut self, height: u32) -> Self {
        self.limit = height;
        self
    }

    /// Nothing is in it that axe would not have seen in another state.
    pub(super) const fn without_axe(mut self) -> Self {
        self.is_for_axe = false;
        self
    }

    /// How high a picture may be.
    pub(crate) fn limit(&self, mode: Mode) -> u32 {
        if self.limit == 0 { mode.height() } else { self.limit }
    }
}

/// The name of a picture of a state of this scene, such as `finder-first-view-320`.
pub(crate) fn picture(scene: &str, state: &State, mode: Mode) -> String {
    [&*scene.replace('_', "-"), state.name, mode.id()].join("-")
}
