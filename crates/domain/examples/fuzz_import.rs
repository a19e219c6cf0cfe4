//! Fuzzes the import of editors' files and checks that its results are valid: `cargo run --release -p gpf-domain
//! --example fuzz_import [inputs [seed]]`.
//!
//! Each input is a file of `tests/corpus` with a few changes: bytes are overwritten, removed, repeated, inserted, or
//! copied from another file. The same seed makes the same inputs, so that a problem can be reproduced: its message has
//! the seed of the input.

use std::collections::HashSet;
use std::fs;
use std::time::{Duration, Instant};

use gpf_domain::directory::{Directory, Federation, authoring};
use gpf_domain::import::{ImportOptions, Imported, Importer, MAX_PROBLEMS, Merge};
use gpf_domain::search::{Query, SearchSession};

fn main() {
    let mut arguments = std::env::args().skip(1).map(|argument| argument.parse::<u64>().expect("a number"));
    let inputs = arguments.next().unwrap_or(1_000_000);
    let seed = arguments.next().unwrap_or(1);
    let folder = [env!("CARGO_MANIFEST_DIR"), "/tests/corpus"].concat();
    let mut corpus: Vec<_> =
        fs::read_dir(folder).expect("the corpus").map(|entry| entry.expect("a file").path()).collect();
    corpus.sort();
    let corpus: Vec<Vec<u8>> = corpus.iter().map(|path| fs::read(path).expect("a file")).collect();
    // Long files only test the length, and would take all the time.
    let corpus: Vec<_> = corpus.into_iter().filter(|file| file.len() < 2000).collect();
    let is_usable = |file: &Vec<u8>| load(file, &ImportOptions::default(), file.len().max(1), 1000).report.used > 0;
    let usable: Vec<_> = corpus.iter().filter(|file| is_usable(file)).cloned().collect();
    let corpus = Corpus { all: corpus, usable };
    let (_, base) = authoring::project();

    let start = Instant::now();
    let workers = std::thread::available_parallelism().map_or(1, |count| count.get() as u64);
    let totals = std::thread::scope(|scope| {
        let work = |worker: u64| {
            let (corpus, base) = (&corpus, &base);
            scope.spawn(move || {
                let mut total = Total::default();
                for input in (worker..inputs).step_by(workers as usize) {
                    total.add(corpus, base, seed.wrapping_add(input));
                }
                total
            })
        };
        let workers: Vec<_> = (0..workers).map(work).collect();
        workers.into_iter().map(|worker| worker.join().expect("no panic")).collect::<Vec<_>>()
    });
    let sum = |count: fn(&Total) -> u64| totals.iter().map(count).sum::<u64>();
    let slowest = totals.iter().map(|total| total.slowest).max().unwrap_or_default();
    println!("{} inputs in {:.0?}, the slowest {slowest:.1?}", sum(|total| total.inputs), start.elapsed());
    println!(
        "{} rows used, {} left out, {} cells ignored, {} files unusable",
        sum(|total| total.used),
        sum(|total| total.skipped_rows),
        sum(|total| total.ignored_cells),
        sum(|total| total.unusable)
    );
}

struct Corpus {
    all: Vec<Vec<u8>>,
    /// Those of which at least one row is used. Most inputs are made of them, because an unusable file tests little.
    usable: Vec<Vec<u8>>,
}

#[derive(Default)]
struct Total {
    inputs: u64,
    used: u64,
    skipped_rows: u64,
    ignored_cells: u64,
    unusable: u64,
    slowest: Duration,
}

impl Total {
    fn add(&mut self, corpus: &Corpus, base: &Directory, seed: u64) {
        let mut dice = Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        let bytes = mutated(corpus, &mut dice);
        let merge = if dice.below(4) == 0 { Merge::Extend } else { Merge::Replace };
        let options = ImportOptions {
            size: (dice.below(2) == 0).then_some(bytes.len()),
            base: (merge == Merge::Extend).then_some(base),
            merge,
            ..ImportOptions::default()
        };
        let (piece, rows) = (1 + dice.below(bytes.len() + 1), 1 + dice.below(50));
        let start = Instant::now();
        let loaded = load(&bytes, &options, piece, rows);
        self.slowest = self.slowest.max(start.elapsed());
        check(&loaded, &options, seed);
        self.inputs += 1;
        self.used += u64::from(loaded.report.used);
        self.skipped_rows += u64::from(loaded.report.skipped_rows);
        self.ignored_cells += u64::from(loaded.report.ignored_cells);
        self.unusable += u64::from(loaded.report.used == 0);
    }
}

fn load(bytes: &[u8], options: &ImportOptions<'_>, piece: usize, rows: usize) -> Imported {
    let mut loading = Importer::new(options);
    for piece in bytes.chunks(piece) {
        loading.push_bytes(piece);
        while !loading.step(rows).needs_input {}
    }
    loading.finish_input();
    while !loading.step(rows).is_done {}
    loading.finish()
}

fn check(loaded: &Imported, options: &ImportOptions<'_>, seed: u64) {
    let Imported { directory, index, report } = loaded;
    assert_eq!(report.rows, report.used + report.skipped_rows, "seed {seed}");
    let before = options.base.map_or(0, Directory::len) as u32;
    // If there is a row per member, several rows are one federation.
    let added = if report.member_kind.is_some() { report.federations } else { report.used };
    assert_eq!(directory.len() as u32, before - report.replaced + added, "seed {seed}");
    assert_eq!(report.problems.len(), MAX_PROBLEMS.min(report.problem_count as usize), "seed {seed}");
    assert!(report.skipped_rows + report.ignored_cells <= report.problem_count, "seed {seed}");
    assert!(
        report.used > 0
            || report.problem_count > 0
            || report.columns.iter().any(|it| it.column.is_some())
            || report.columns.is_empty(),
        "seed {seed}"
    );
    for problem in &report.problems {
        assert!(problem.row > 0 && !problem.message.is_empty() && !problem.fix.is_empty(), "seed {seed}: {problem:?}");
        assert!(
            problem.value.as_ref().is_none_or(|value| !value.is_empty() && value.chars().count() <= 81),
            "seed {seed}: {problem:?}"
        );
    }
    let mut ids = HashSet::new();
    for federation in directory.federations() {
        let record = federation.record();
        assert!(ids.insert(record.id), "seed {seed}: {} is there twice", record.id);
        assert!(record.id.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-')), "seed {seed}");
        assert_eq!(directory.find(record.id).map(Federation::row), Some(federation.row()), "seed {seed}");
        assert!(!record.name.is_empty() && !record.name.contains('\0'), "seed {seed}");
        let urls = record.sources.iter().filter_map(|source| source.url).chain(record.website);
        for url in urls {
            let lower = url.to_ascii_lowercase();
            assert!(lower.starts_with("https://") || lower.starts_with("http://"), "seed {seed}: {url}");
        }
    }
    assert_eq!(index.len(), directory.len(), "seed {seed}");
    let query = Query { text: "health".to_owned(), ..Query::default() };
    let found = index.search(directory, &query, &mut SearchSession::default());
    assert!(found.rows.len() <= directory.len(), "seed {seed}");
}

/// A file of the corpus, with a few changes.
fn mutated(corpus: &Corpus, dice: &mut Dice) -> Vec<u8> {
    const TOKENS: [&[u8]; 24] = [
        b"\"",
        b"\"\"",
        b",",
        b";",
        b"\t",
        b"\r\n",
        b"\n",
        b"\r",
        b"\0",
        b"\xEF\xBB\xBF",
        b"\xFF\xFE",
        b"\xE9",
        b"\xC3\xA9",
        b"name",
        b"id",
        b"{",
        b"}",
        b"[",
        b"]",
        b":",
        b"\\u",
        b"'=",
        b"javascript:alert(1)",
        b"North West",
    ];
    let files = if dice.below(4) == 0 { &corpus.all } else { &corpus.usable };
    let mut bytes = files[dice.below(files.len())].clone();
    for _ in 0..1 + dice.below(6) {
        let at = dice.below(bytes.len() + 1);
        let longest = 1 << dice.below(8);
        let end = (at + dice.below(longest)).min(bytes.len());
        match dice.below(6) {
            0 => bytes[at..end].iter_mut().for_each(|byte| *byte = dice.below(256) as u8),
            1 => drop(bytes.drain(at..end)),
            2 => {
                let piece = bytes[at..end].repeat(1 + dice.below(4));
                bytes.splice(at..at, piece);
            }
            3 => {
                let other = &corpus.all[dice.below(corpus.all.len())];
                let from = dice.below(other.len() + 1);
                let to = (from + dice.below(200)).min(other.len());
                bytes.splice(at..end, other[from..to].iter().copied());
            }
            4 => bytes.truncate(at.max(1)),
            _ => drop(bytes.splice(at..at, TOKENS[dice.below(TOKENS.len())].iter().copied())),
        }
    }
    bytes
}

/// xorshift64*: the same numbers on every machine.
struct Dice(u64);

impl Dice {
    /// A number less than `sides`.
    fn below(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % sides.max(1)
    }
}
