//! From the first byte to the index, in steps.

use super::reader::{Options, Reader};
use super::report::Report;
use super::tidy;
use crate::directory::table::Assembly;
use crate::directory::{Directory, Source};
use crate::search::{Index, IndexBuilder};

/// A list in the making. See the [module](super)'s example.
pub struct Loading {
    stage: Stage,
    label: String,
    date: String,
    report: Report,
    /// The furthest progress that has been told: of a file that is longer than was said it would go back.
    per_mille: u32,
}

enum Stage {
    Reading(Box<Reader>),
    Sorting { assembly: Box<Assembly>, sources: Vec<Source>, labels: Vec<String> },
    Indexing(Box<(Directory, IndexBuilder)>),
    Done(Box<(Directory, Index)>),
}

/// How far a list in the making is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// From 0 to 1000.
    pub per_mille: u32,
    /// Whether all that was fed has been read: feed more, or close.
    pub needs_more: bool,
    /// Whether [`Loading::finish`] has its result.
    pub is_done: bool,
}

/// A list that has been read.
pub struct Loaded {
    /// The list; may be empty.
    pub directory: Directory,
    /// Its index.
    pub index: Index,
    /// What is to be said about the file.
    pub report: Report,
}

impl Loading {
    /// Begins with a file.
    #[must_use]
    pub fn new(options: &Options<'_>) -> Self {
        let date = options.date.trim();
        Self {
            label: options.label.trim().to_owned(),
            date: tidy::date(date).map_or_else(|| date.to_owned(), std::borrow::Cow::into_owned),
            report: Report::default(),
            per_mille: 0,
            stage: Stage::Reading(Box::new(Reader::new(options))),
        }
    }

    /// Takes the next bytes. Decoding them is the only work that is done at once, so pieces of 64 kB do well.
    pub fn feed(&mut self, bytes: &[u8]) {
        if let Stage::Reading(reader) = &mut self.stage {
            reader.feed(bytes);
        }
    }

    /// Says that there are no more bytes.
    pub fn close(&mut self) {
        if let Stage::Reading(reader) = &mut self.stage {
            reader.close();
        }
    }

    /// Whether the file has been refused as a whole, so that it need not be fed further.
    #[must_use]
    pub fn is_refused(&self) -> bool {
        matches!(&self.stage, Stage::Reading(reader) if reader.is_refused())
    }

    /// Works on, for about as long as `rows` rows take: 2 to 4 µs each in a browser.
    pub fn step(&mut self, rows: usize) -> Progress {
        let mut progress = Progress { per_mille: 1000, needs_more: false, is_done: false };
        let share = |(done, all): (usize, usize), from: usize, to: usize| {
            (from + (to - from) * done.min(all) / all.max(1)) as u32
        };
        let next = match &mut self.stage {
            Stage::Reading(reader) => {
                let is_read = reader.step(rows);
                progress.needs_more = is_read && !reader.is_closed();
                progress.per_mille = share(reader.progress(), 0, 600);
                is_read && reader.is_closed()
            }
            Stage::Sorting { assembly, .. } => {
                let is_sorted = assembly.step(rows);
                progress.per_mille = share(assembly.progress(), 600, 800);
                is_sorted
            }
            Stage::Indexing(making) => {
                let (directory, builder) = &mut **making;
                let is_indexed = builder.step(directory, rows);
                progress.per_mille = share(builder.progress(), 800, 1000);
                is_indexed
            }
            Stage::Done(_) => {
                progress.is_done = true;
                false
            }
        };
        self.per_mille = self.per_mille.max(progress.per_mille);
        progress.per_mille = self.per_mille;
        if next {
            self.next_stage();
            progress.is_done = matches!(self.stage, Stage::Done(_));
        }
        progress
    }

    fn next_stage(&mut self) {
        let nothing =
            Stage::Sorting { assembly: Box::new(Assembly::default()), sources: Vec::new(), labels: Vec::new() };
        self.stage = match std::mem::replace(&mut self.stage, nothing) {
            Stage::Reading(reader) => {
                let (records, report) = reader.into_parts();
                self.report = report;
                let (assembly, labels, sources) = records.into_assembly();
                Stage::Sorting { assembly: Box::new(assembly), sources, labels }
            }
            Stage::Sorting { assembly, sources, labels } => {
                let (label, date) = (std::mem::take(&mut self.label), std::mem::take(&mut self.date));
                let directory = assembly.finish().named(label, date, sources, labels);
                let builder = IndexBuilder::new(&directory);
                Stage::Indexing(Box::new((directory, builder)))
            }
            Stage::Indexing(making) => {
                let (directory, builder) = *making;
                Stage::Done(Box::new((directory, builder.finish())))
            }
            done @ Stage::Done(_) => done,
        };
    }

    /// The list, with whatever steps are left to it taken at once.
    #[must_use]
    pub fn finish(mut self) -> Loaded {
        self.close();
        loop {
            self.step(usize::MAX);
            if let Stage::Done(done) = self.stage {
                let (directory, index) = *done;
                return Loaded { directory, index, report: self.report };
            }
        }
    }
}

/// Reads a whole file at once.
#[must_use]
pub fn read(bytes: &[u8], options: &Options<'_>) -> Loaded {
    let mut loading = Loading::new(options);
    loading.feed(bytes);
    loading.finish()
}
