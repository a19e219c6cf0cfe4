//! Measures searches: `cargo run --release -p gpf-domain --example search_speed [rows [text…]]`.
//!
//! It builds a directory of invented organisations, types into the search and prints the time of each keystroke, the
//! best of several runs. For the times in browsers see `cargo xtask bench`.

use std::hint::black_box;
use std::time::{Duration, Instant};

use gpf_domain::directory::{Directory, LegalForm, REQUIRED_HEADER, Region, RegionChoice, Status};
use gpf_domain::import::{ImportOptions, Importer};
use gpf_domain::search::{Index, Query, SearchSession, Sort};

fn main() {
    let rows = std::env::args().nth(1).and_then(|rows| rows.parse().ok()).unwrap_or(100_000);
    let csv = invented(rows);
    let (import, time) = once(|| Directory::from_csv("invented.csv", &csv, ""));
    println!("{rows} rows, {:.1} MB", csv.len() as f64 / 1e6);
    if let Some(problem) = import.problems.first() {
        println!("{} problems, such as {problem}", import.problems.len());
    }
    show("import", import.directory.len(), time);
    let directory = import.directory;
    let (index, time) = once(|| Index::new(&directory));
    show("index", index.len(), time);
    load_in_steps(&csv);

    let text = |text: &str| Query { text: text.to_owned(), ..Query::default() };
    let north_west = Query { region: Some(RegionChoice::Is(Region::NorthWest)), ..Query::default() };
    let asked: Vec<String> = std::env::args().skip(2).collect();
    if !asked.is_empty() {
        asked.iter().for_each(|typed| fresh(typed, &directory, &index, &text(typed), 200));
        return;
    }
    println!("\nnothing typed");
    fresh("first time", &directory, &index, &text(""), 1);
    fresh("everything", &directory, &index, &text(""), RUNS);
    fresh("one region", &directory, &index, &north_west, RUNS);
    for sort in [Sort::Place, Sort::Patients] {
        let query = Query { sort, ..Query::default() };
        fresh("first time", &directory, &index, &query, 1);
        fresh(sort.id(), &directory, &index, &query, RUNS);
    }

    println!("\na fresh text");
    for typed in [
        "h",
        "he",
        "health",
        "bramford",
        "zz",
        "health bramford",
        "federation limited",
        "saint b",
        "wa7 2es",
        "north west",
    ] {
        fresh(typed, &directory, &index, &text(typed), RUNS);
    }
    fresh("health, by patients", &directory, &index, &Query { sort: Sort::Patients, ..text("health") }, RUNS);
    fresh("health, one region", &directory, &index, &Query { text: "health".to_owned(), ..north_west }, RUNS);

    println!("\ntypos");
    for typed in ["bramfrod", "helath bramfrod", "qqqqqqqq", "northxx", "xentre"] {
        fresh(typed, &directory, &index, &text(typed), RUNS);
    }

    for typed in ["bramford health", "health alliance", "bramfrodham"] {
        println!("\ntyped letter by letter");
        let mut least = vec![(0, Duration::MAX); typed.len()];
        for _ in 0..RUNS {
            let mut session = SearchSession::default();
            for (at, least) in least.iter_mut().enumerate() {
                let query = text(&typed[..=at]);
                let (found, time) = once(|| index.search(&directory, &query, &mut session));
                *least = (found.rows.len(), least.1.min(time));
            }
        }
        for (at, (found, time)) in least.into_iter().enumerate() {
            show(&typed[..=at], found, time);
        }
    }
}

/// Imports the same file as an editor's own list, in pieces and steps as the widget does, and prints how long they
/// take.
fn load_in_steps(csv: &str) {
    let mut steps = Vec::new();
    let mut timed = |work: &mut dyn FnMut() -> bool| loop {
        let (is_over, time) = once(&mut *work);
        steps.push(time);
        if is_over {
            break;
        }
    };
    let mut loading = Importer::new(&ImportOptions { size: Some(csv.len()), ..ImportOptions::default() });
    for piece in csv.as_bytes().chunks(64 << 10) {
        timed(&mut || {
            loading.push_bytes(piece);
            true
        });
        timed(&mut || loading.step(500).needs_input);
    }
    loading.finish_input();
    timed(&mut || loading.step(500).is_done);
    let loaded = loading.finish();
    show("in steps: all together", loaded.directory.len(), steps.iter().sum());
    steps.sort_unstable();
    show("the longest step", 0, *steps.last().expect("a step"));
    show("of 100 steps the 99th", 0, steps[steps.len() * 99 / 100]);
}

const RUNS: usize = 15;

fn fresh(name: &str, directory: &Directory, index: &Index, query: &Query, runs: usize) {
    let run = || once(|| index.search(directory, query, &mut SearchSession::default()));
    let (found, time) = (0..runs).map(|_| run()).min_by_key(|&(_, time)| time).expect("at least one run");
    show(name, found.rows.len(), time);
}

fn once<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let made = black_box(work());
    (made, start.elapsed())
}

fn show(name: &str, found: usize, time: Duration) {
    println!("  {name:<24} {found:>7} rows {:>10.3} ms", time.as_secs_f64() * 1e3);
}

/// A CSV file of organisations with invented names, the same each time.
fn invented(rows: usize) -> String {
    const FIRST: [&str; 24] = [
        "Bram", "Ash", "Oak", "Wim", "Hart", "Brad", "Clif", "Dar", "El", "Fern", "Glen", "Hazel", "Ips", "Kel",
        "Lang", "Mar", "Nor", "Pem", "Rad", "Sand", "Thorn", "Up", "Wal", "York",
    ];
    const LAST: [&str; 16] = [
        "ford", "ton", "ham", "bury", "ley", "wick", "field", "bridge", "mouth", "stead", "worth", "combe", "dale",
        "minster", "port", "well",
    ];
    const KINDS: [&str; 12] = [
        "GP Federation Ltd",
        "Health Alliance",
        "Primary Care Limited",
        "Healthcare CIC",
        "Doctors",
        "Health Centre",
        "Surgery",
        "Medical Group",
        "Practice",
        "Care Network",
        "GP Alliance Ltd",
        "Primary Health Partnership",
    ];
    const AREAS: [&str; 8] = ["WA", "L; WA", "M", "LS", "BS; BA", "SW", "CO; IP", "DN"];
    let mut seed = 42_u64;
    let mut dice = |sides: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % sides
    };
    let mut csv = REQUIRED_HEADER.to_owned();
    for row in 0..rows {
        let mut town = || {
            let saint = if dice(20) == 0 { "St " } else { "" };
            [saint, FIRST[dice(FIRST.len())], LAST[dice(LAST.len())]].concat()
        };
        let (name, place, covers) = (town(), town(), [town(), town(), town()].join(" and "));
        let kind = KINDS[dice(KINDS.len())];
        let alias = if dice(6) == 0 { format!("{name} Doctors Group") } else { String::new() };
        let region = Region::ALL[dice(Region::ALL.len())].name();
        let form = LegalFormOrNone(dice(12));
        let (status, ended) = if dice(20) == 0 { (Status::Ended, "2015,merged") } else { (Status::Active, ",") };
        let (area, patients) = (AREAS[dice(AREAS.len())], dice(400_000));
        csv.push_str(&format!(
            "\norg-{row},{name} {kind},{alias},{},{place},{covers},{region},inferred,Cheshire and Merseyside,2022-07,{area},,,{},,,\
             {patients},,{ended},invented,2026-01-31",
            status.id(),
            form.id(),
        ));
    }
    csv
}

struct LegalFormOrNone(usize);

impl LegalFormOrNone {
    fn id(&self) -> &'static str {
        LegalForm::ALL.get(self.0).map_or("", |form| form.id())
    }
}
