//! Importing a list in steps, from the first byte to the index.

use std::borrow::Cow;

use super::file_parser::{FileParser, ImportOptions};
use super::normalise;
use super::report::{ImportReport, MemberKind};
use crate::directory::builder::DirectoryBuilder;
use crate::directory::{Directory, Source};
use crate::search::{Index, IndexBuilder};
use crate::strings::filled;

/// Imports a list. See the [module](super)'s example.
pub struct Importer {
    stage: ImportPhase,
    label: Option<String>,
    date: Option<String>,
    report: ImportReport,
    /// The highest progress so far. If the file is longer than its stated size, the progress would go back.
    per_mille: u32,
}

enum ImportPhase {
    Reading(Box<FileParser>),
    Sorting { assembly: Box<DirectoryBuilder>, sources: Vec<Source>, labels: Vec<String> },
    Indexing(Box<(Directory, IndexBuilder)>),
    Done(Box<(Directory, Index)>),
}

/// The progress of an import.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// From 0 to 1000.
    pub per_mille: u32,
    /// Whether all bytes so far have been read: push more, or finish the input.
    pub needs_input: bool,
    /// Whether [`Importer::finish`] has its result.
    pub is_done: bool,
}

/// A list that has been imported.
pub struct Imported {
    /// The list, which can be empty.
    pub directory: Directory,
    /// Its index.
    pub index: Index,
    /// The report on the file.
    pub report: ImportReport,
}

impl Importer {
    /// Starts with a file.
    #[must_use]
    pub fn new(options: &ImportOptions<'_>) -> Self {
        let date = options.date.map(str::trim).and_then(filled);
        Self {
            label: options.label.map(str::trim).and_then(filled).map(str::to_owned),
            date: date.map(|date| normalise::date(date).map_or_else(|| date.to_owned(), Cow::into_owned)),
            report: ImportReport::default(),
            per_mille: 0,
            stage: ImportPhase::Reading(Box::new(FileParser::new(options))),
        }
    }

    /// Takes the next bytes. It only decodes them, so pieces of 64 kB are a good size.
    pub fn push_bytes(&mut self, bytes: &[u8]) {
        if let ImportPhase::Reading(reader) = &mut self.stage {
            reader.push_bytes(bytes);
        }
    }

    /// Ends the input: there are no more bytes.
    pub fn finish_input(&mut self) {
        if let ImportPhase::Reading(reader) = &mut self.stage {
            reader.finish_input();
        }
    }

    /// Whether the file has been rejected as a whole, so that no more bytes are needed.
    #[must_use]
    pub fn is_refused(&self) -> bool {
        matches!(&self.stage, ImportPhase::Reading(reader) if reader.is_refused())
    }

    /// Runs one step, for about as long as this number of rows takes: 2 to 4 µs each in a browser.
    pub fn step(&mut self, rows: usize) -> Progress {
        let mut progress = Progress { per_mille: 1000, needs_input: false, is_done: false };
        let share = |(done, all): (usize, usize), from: usize, to: usize| {
            (from + (to - from) * done.min(all) / all.max(1)) as u32
        };
        let next = match &mut self.stage {
            ImportPhase::Reading(reader) => {
                let is_read = reader.step(rows);
                progress.needs_input = is_read && !reader.is_closed();
                progress.per_mille = share(reader.progress(), 0, 600);
                is_read && reader.is_closed()
            }
            ImportPhase::Sorting { assembly, .. } => {
                let is_sorted = assembly.step(rows);
                progress.per_mille = share(assembly.progress(), 600, 800);
                is_sorted
            }
            ImportPhase::Indexing(making) => {
                let (directory, builder) = &mut **making;
                let is_indexed = builder.step(directory, rows);
                progress.per_mille = share(builder.progress(), 800, 1000);
                is_indexed
            }
            ImportPhase::Done(_) => {
                progress.is_done = true;
                false
            }
        };
        self.per_mille = self.per_mille.max(progress.per_mille);
        progress.per_mille = self.per_mille;
        if next {
            self.next_stage();
            progress.is_done = matches!(self.stage, ImportPhase::Done(_));
        }
        progress
    }

    fn next_stage(&mut self) {
        let nothing = ImportPhase::Sorting {
            assembly: Box::new(DirectoryBuilder::default()),
            sources: Vec::new(),
            labels: Vec::new(),
        };
        self.stage = match std::mem::replace(&mut self.stage, nothing) {
            ImportPhase::Reading(reader) => {
                let (records, report) = reader.into_parts();
                self.report = report;
                let (assembly, labels, sources) = records.into_assembly();
                ImportPhase::Sorting { assembly: Box::new(assembly), sources, labels }
            }
            ImportPhase::Sorting { assembly, sources, labels } => {
                let (label, date) = (self.label.take(), self.date.take());
                let has_other_members = matches!(self.report.member_kind, Some(MemberKind::Pcn | MemberKind::Site));
                let directory = assembly.finish().named(label, date, sources, labels, has_other_members);
                let builder = IndexBuilder::new(&directory);
                ImportPhase::Indexing(Box::new((directory, builder)))
            }
            ImportPhase::Indexing(making) => {
                let (directory, builder) = *making;
                ImportPhase::Done(Box::new((directory, builder.finish())))
            }
            done @ ImportPhase::Done(_) => done,
        };
    }

    /// The list. It runs all steps that are left.
    #[must_use]
    pub fn finish(mut self) -> Imported {
        self.finish_input();
        loop {
            self.step(usize::MAX);
            if let ImportPhase::Done(done) = self.stage {
                let (directory, index) = *done;
                return Imported { directory, index, report: self.report };
            }
        }
    }
}

/// Imports a whole file in one call.
#[must_use]
pub fn read(bytes: &[u8], options: &ImportOptions<'_>) -> Imported {
    let mut loading = Importer::new(options);
    loading.push_bytes(bytes);
    loading.finish()
}
