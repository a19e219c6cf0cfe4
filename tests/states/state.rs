//! A state of an element or a page, and how its screenshots are taken.

/// A state, and its pictures.
pub(crate) struct State {
    pub(crate) name: &'static str,
    /// A description of the state, for the table in `docs/SCREENSHOTS.md`.
    pub(crate) shows: &'static str,
    pub(crate) modes: &'static [Mode],
    pub(crate) part: Part,
    limit: u32,
    pub(super) is_for_axe: bool,
}

/// How a page is shown: the width and the user preferences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    Phone,
    Tablet,
    Desktop,
    Print,
    ForcedColours,
}

/// The part of the page that is in the picture.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Part {
    /// From the beginning of the page.
    Page,
    /// The first match of this selector, in the page or in a shadow root.
    Of(&'static str),
    /// From that element's beginning to the end of the widget or page that contains it.
    From(&'static str),
}

use Mode::{Desktop, ForcedColours, Phone, Print, Tablet};

pub(super) const WIDTHS: &[Mode] = &[Phone, Tablet, Desktop];
pub(super) const ALL: &[Mode] = &[Phone, Tablet, Desktop, Print, ForcedColours];

impl Mode {
    /// The suffix of the names of pictures.
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

    /// The height of a picture of a long page, unless its state specifies another one.
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

/// A state without pictures.
pub(super) const fn state(name: &'static str, shows: &'static str) -> State {
    State { name, shows, modes: &[], part: Part::Page, limit: 0, is_for_axe: true }
}

impl State {
    /// Adds pictures.
    pub(super) const fn seen(mut self, modes: &'static [Mode]) -> Self {
        self.modes = modes;
        self
    }

    /// The pictures show only this element.
    pub(super) const fn of(mut self, css: &'static str) -> Self {
        self.part = Part::Of(css);
        self
    }

    /// The pictures begin with this element.
    pub(super) const fn from(mut self, css: &'static str) -> Self {
        self.part = Part::From(css);
        self
    }

    /// The maximum height of the pictures, in pixels.
    pub(super) const fn up_to(mut self, height: u32) -> Self {
        self.limit = height;
        self
    }

    /// It contains nothing that axe has not checked in another state.
    pub(super) const fn without_axe(mut self) -> Self {
        self.is_for_axe = false;
        self
    }

    /// The maximum height of a picture.
    pub(crate) fn limit(&self, mode: Mode) -> u32 {
        if self.limit == 0 { mode.height() } else { self.limit }
    }
}

/// The name of a picture of a state of this scene, such as `finder-first-view-320`.
pub(crate) fn picture(scene: &str, state: &State, mode: Mode) -> String {
    [&*scene.replace('_', "-"), state.name, mode.id()].join("-")
}
