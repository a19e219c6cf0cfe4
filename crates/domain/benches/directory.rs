//! Benchmarks of folding, parsing, indexing and queries: `cargo bench -p gpf-domain`.
//!
//! For the times in browsers see `cargo xtask bench`. For each keystroke of a text see the example `search_speed`.

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use gpf_domain::directory::{Directory, Region, RegionChoice, authoring};
use gpf_domain::fold::fold;
use gpf_domain::import::{ImportOptions, read};
use gpf_domain::search::{Index, Query, SearchSession, Sort};

/// The built-in list repeated, with different ids and names, as a file.
fn repeated(rows: usize) -> String {
    let (built, _) = authoring::project();
    let (header, body) = built.federations.split_once('\n').expect("a header");
    let mut text = header.to_owned();
    let records: Vec<&str> = body.lines().collect();
    for row in 0..rows {
        let (id, rest) = records[row % records.len()].split_once(',').expect("an id");
        let quote = if rest.starts_with('"') { "\"" } else { "" };
        let rest = rest.trim_start_matches('"');
        text.push_str(&format!("\n{id}-{row},{quote}{} {rest}", ["Ash", "Elm", "Oak", "Yew"][row % 4]));
    }
    text
}

fn folding(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("fold");
    for (name, text) in [
        ("ascii", "The Fareham & Gosport Primary Care Alliance Limited"),
        ("accents", "Ŵyr Môn – Straße “Café” C.I.C."),
    ] {
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(name, |bencher| bencher.iter(|| fold(black_box(text))));
    }
}

fn reading(criterion: &mut Criterion) {
    let (federations, sources) = authoring::project().1.pack();
    criterion.bench_function("built-in list", |bencher| {
        bencher.iter(|| Directory::from_packed(black_box(&federations), &sources));
    });
    let mut group = criterion.benchmark_group("editor's file");
    group.sample_size(10);
    for rows in [1000, 10_000] {
        let text = repeated(rows);
        let loaded = read(text.as_bytes(), &ImportOptions::default());
        assert_eq!(
            (loaded.report.used as usize, loaded.report.problem_count),
            (rows, 0),
            "{:?}",
            loaded.report.problems.first()
        );
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(BenchmarkId::from_parameter(rows), |bencher| {
            bencher.iter(|| read(black_box(text.as_bytes()), &ImportOptions::default()));
        });
    }
}

fn indexing(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("index");
    group.sample_size(20);
    for rows in [75, 10_000] {
        let directory = read(repeated(rows).as_bytes(), &ImportOptions::default()).directory;
        group.throughput(Throughput::Elements(rows as u64));
        group.bench_function(BenchmarkId::from_parameter(rows), |bencher| {
            bencher.iter(|| Index::new(black_box(&directory)));
        });
    }
}

fn querying(criterion: &mut Criterion) {
    let loaded = read(repeated(10_000).as_bytes(), &ImportOptions::default());
    let text = |text: &str| Query { text: text.to_owned(), ..Query::default() };
    let queries = [
        ("nothing", Query::default()),
        ("region", Query { region: Some(RegionChoice::Is(Region::London)), ..Query::default() }),
        ("one letter", text("h")),
        ("word", text("health")),
        ("two words", text("health croydon")),
        ("typo", text("croyden")),
        ("postcode", text("wa7 2es")),
        ("by place", Query { sort: Sort::Place, ..text("health") }),
    ];
    let mut group = criterion.benchmark_group("query of 10,000");
    for (name, query) in queries {
        group.bench_function(name, |bencher| {
            bencher.iter(|| loaded.index.search(&loaded.directory, black_box(&query), &mut SearchSession::default()));
        });
    }
}

/// Each keystroke of a text, with the session of the keystroke before.
fn typing(criterion: &mut Criterion) {
    let loaded = read(repeated(100_000).as_bytes(), &ImportOptions::default());
    let mut group = criterion.benchmark_group("typed into 100,000");
    group.sample_size(20);
    for typed in ["health croydon", "croyden", "qqqqqqqq"] {
        group.bench_function(typed, |bencher| {
            bencher.iter(|| {
                let mut session = SearchSession::default();
                for end in 1..=typed.len() {
                    let query = Query { text: typed[..end].to_owned(), ..Query::default() };
                    black_box(loaded.index.search(&loaded.directory, &query, &mut session));
                }
            });
        });
    }
}

criterion_group!(benches, folding, reading, indexing, querying, typing);
criterion_main!(benches);
