//! Which list in a JSON file is the one of federations.

use crate::strings::has_word;
use std::borrow::Cow;

use super::heading::{NameColumn, folded_heading};
use super::json::JsonParser;
use super::json_flatten::for_first_properties;
use super::report::ImportReport;
use crate::directory::Scope;
use crate::directory::messages::Message;

/// The purpose of a list.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum ListKind {
    #[default]
    Records,
    Sources,
    Passed,
}

impl ListKind {
    /// The purpose of a list with this name.
    pub(super) fn of(key: &str) -> Self {
        const LISTS: &str = " federations records data features items results value rows list ";
        match &*folded_heading(key) {
            "sources" => Self::Sources,
            name if has_word(LISTS, name) => Self::Records,
            _ => Self::Passed,
        }
    }
}

/// The maximum number of lists that are noted.
const MAX_PASSED: usize = 20;

/// The lists of objects that are not read, because nothing is known about their names.
#[derive(Default)]
pub(super) struct PassedLists {
    names: Vec<String>,
    /// The list to read if none has a known name.
    best: Option<PassedList>,
}

struct PassedList {
    /// The position of its first record.
    at: usize,
    name: String,
    /// Whether its records have names.
    has_name: bool,
}

impl PassedLists {
    /// Notes the list with this name, whose bracket was just read.
    pub(super) fn add(&mut self, key: Cow<'_, str>, mut parser: JsonParser<'_>) {
        if parser.peek() != Some(b'{') || self.names.len() >= MAX_PASSED {
            return;
        }
        let at = parser.at;
        let mut has_name = false;
        for_first_properties(parser, 1, &mut |key, _| has_name |= NameColumn::of(key).is_some());
        if self.best.as_ref().is_none_or(|best| has_name && !best.has_name) {
            self.best = Some(PassedList { at, name: key.to_string(), has_name });
        }
        self.names.push(key.into_owned());
    }

    /// At the end of the file: the position of the list to read, unless the file `has_list` with a known name. Reports the
    /// others.
    pub(super) fn take_best(&mut self, has_list: bool, report: &mut ImportReport) -> Option<usize> {
        let best = self.best.take().filter(|_| !has_list);
        for name in std::mem::take(&mut self.names) {
            if best.as_ref().is_none_or(|best| best.name != name) {
                let fix = "If this is the list of federations, rename it to \"federations\". If not, you do not need to do anything";
                report.add(Scope::Cell, 1, name, "", Message { problem: "is a list that is not read", fix });
            }
        }
        best.map(|best| best.at)
    }
}
