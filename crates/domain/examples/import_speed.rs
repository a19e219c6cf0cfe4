//! Measures the import of lists with 100,000 rows: of federations, and with one row per practice. `cargo run --release
//! --example import_speed`

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use gpf_domain::import::{ImportOptions, read};

const ROWS: usize = 100_000;
/// The number of imports of each list, which alternate.
const ROUNDS: usize = 9;

fn main() {
    let lists = [
        ("federations, CSV", csv(false)),
        ("practices, CSV", csv(true)),
        ("federations, JSON", json(false)),
        ("practices, JSON", json(true)),
    ];
    let mut times: [Vec<Duration>; 4] = Default::default();
    let mut said = [const { String::new() }; 4];
    for _ in 0..ROUNDS {
        for (at, (_, list)) in lists.iter().enumerate() {
            let start = Instant::now();
            let loaded = read(list.as_bytes(), &ImportOptions::default());
            times[at].push(start.elapsed());
            said[at] = loaded.report.summary();
        }
    }
    for (at, (what, list)) in lists.iter().enumerate() {
        times[at].sort();
        let [least, middle] = [0, ROUNDS / 2].map(|nth| times[at][nth].as_secs_f64() * 1000.0);
        println!(
            "{what:18} {:5.1} MB  middle {middle:6.1} ms  least {least:6.1} ms  {}",
            list.len() as f64 / 1e6,
            said[at]
        );
    }
}

/// Headings and cells of a row: 6 in both lists, with about the same length.
const HEADINGS: [[&str; 6]; 2] = [
    ["Name", "ODS code", "Postcode", "ICB", "Place", "NHS region"],
    ["Practice name", "ODS code", "Postcode", "PCN", "Federation", "NHS region"],
];

fn cells(at: usize, of_practices: bool) -> [String; 6] {
    let place = if of_practices { format!("Federation {}", at % 211) } else { format!("Town {}", at % 211) };
    [
        format!("Surgery {at} of Example"),
        format!("Y{at:05}"),
        format!("LS{} {}AB", at % 28, at % 9),
        format!("Network {}", at % 1300),
        place,
        "London".to_owned(),
    ]
}

fn csv(of_practices: bool) -> String {
    let mut text = HEADINGS[usize::from(of_practices)].join(",");
    for at in 0..ROWS {
        text.push('\n');
        text.push_str(&cells(at, of_practices).join(","));
    }
    text
}

fn json(of_practices: bool) -> String {
    let mut text = "[".to_owned();
    for at in 0..ROWS {
        text.push_str(if at == 0 { "{" } else { ",{" });
        for (nth, (key, cell)) in HEADINGS[usize::from(of_practices)].iter().zip(cells(at, of_practices)).enumerate() {
            let _ = write!(text, "{}\"{key}\":\"{cell}\"", if nth == 0 { "" } else { "," });
        }
        text.push('}');
    }
    text.push(']');
    text
}
