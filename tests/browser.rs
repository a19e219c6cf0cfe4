//! The widget's behaviour in Chromium, Firefox and WebKit: `cargo test --package browser-tests [-- NAME]`.
//!
//! Each behaviour is a file in `behaviours/` and becomes one test per engine, for example
//! `firefox::search_narrows_and_highlights`. The fixtures in `pages/` are pages as an editor would write them.

mod behaviours;
mod harness;
mod journeys;
mod states;

use std::sync::Arc;

use browser_tests::durations::DURATIONS;
use browser_tests::patience::patience;
use browser_tests::retries::RETRIES;
use browser_tests::turns::Weight;
use libtest_mimic::{Arguments, Trial};
use tokio::signal::unix::{SignalKind, signal};

use harness::engine::{Engine, Programs};
use harness::folders::project_folder;
use harness::is_ci;
use harness::listener::{self, Listeners};
use harness::process::end_all;
use harness::server::Server;
use harness::session::{Pool, runtime};
use harness::trial::trial;
use harness::wordpress;
use states::screenshots;
use states::shooting;

/// The durations of the last run, for people who want a shorter one.
const DURATIONS_FILE: &str = "target/browser-tests/durations.tsv";

fn main() {
    let mut arguments = Arguments::from_args();
    // Threads mostly wait for a browser. There are enough of them that a slow engine does not block the others.
    arguments.test_threads.get_or_insert(24);

    end_browsers_when_stopped();
    let server = Server::start().unwrap_or_else(|error| {
        eprintln!("error: {error}");
        std::process::exit(101)
    });
    let server = Arc::new(server);
    let mut pools = Vec::new();
    let mut absent = Vec::new();
    let mut chromium: Option<(Arc<Pool>, Programs)> = None;
    for engine in Engine::ALL {
        match engine.programs() {
            Ok(programs) => {
                let pool = Arc::new(Pool::new(engine, programs.clone(), sessions_per_engine()));
                if engine == Engine::Chromium {
                    chromium = Some((Arc::clone(&pool), programs));
                }
                pools.push(pool);
            }
            Err(what) => absent.extend(missing(&engine.to_string(), engine.id(), what)),
        }
    }
    let no_wordpress = wordpress::missing();
    let has_wordpress = no_wordpress.is_none();
    absent.extend(no_wordpress.and_then(|what| missing("WordPress", "wordpress", what)));

    let (listeners, journeys) = Listeners::trials(journeys::ALL, &server, missing);

    // From the beginning, so that the first limits are right, too.
    patience();
    let update = shooting::update();
    if let (Some(_), Some((_, programs))) = (update, &chromium)
        && let Err(error) = screenshots::may_update(programs)
    {
        eprintln!("error: {error:#}");
        std::process::exit(101);
    }
    let mut pictures = chromium
        .as_ref()
        .map_or_else(Vec::new, |(pool, programs)| screenshots::trials(pool, programs, &server, missing));
    // The engines alternate in the list, so that all of them are busy from the beginning. Tests that run alone come at
    // the end.
    let mut trials = absent;
    let mut behaviours: Vec<_> = behaviours::all().collect();
    behaviours.retain(|it| update.is_none() && (has_wordpress || !it.name.starts_with(wordpress::PREFIX)));
    behaviours.sort_by_key(|it| it.weight);
    // Screenshots need only Chromium. Spread between other tests, they do not keep the other engines waiting.
    let distance = behaviours.iter().filter(|it| it.weight == Weight::Light).count() / (pictures.len() + 1);
    for (at, behaviour) in behaviours.into_iter().enumerate() {
        if at % distance.max(1) == 0 && behaviour.weight == Weight::Light {
            trials.extend(pictures.pop());
        }
        trials.extend(pools.iter().map(|pool| trial(behaviour, pool, &server)));
    }
    trials.extend(pictures);
    if listener::update().is_some() {
        trials.clear();
    }
    if update.is_none() {
        trials.extend(journeys);
    }
    let conclusion = libtest_mimic::run(&arguments, trials);
    for pool in pools {
        pool.close();
    }
    listeners.end();
    wordpress::end();
    if let Err(error) = keep_durations() {
        eprintln!("{DURATIONS_FILE} is not written: {error}");
    }
    // A test that passes only at the second attempt needs investigation.
    for line in RETRIES.lines() {
        println!("{line}");
    }
    if let (Some(_), Some((_, programs))) = (update, &chromium)
        && let Err(error) = screenshots::finish_update(programs)
    {
        eprintln!("error: {error:#}");
        std::process::exit(101);
    }
    conclusion.exit()
}

fn keep_durations() -> std::io::Result<()> {
    // The tests with a screen reader are a later run.
    if DURATIONS.is_empty() {
        return Ok(());
    }
    let file = project_folder().join(DURATIONS_FILE);
    file.parent().map_or(Ok(()), std::fs::create_dir_all)?;
    std::fs::write(file, DURATIONS.table())
}

/// Browsers have their own process groups, so Ctrl+C and a runner's time limit do not reach them.
fn end_browsers_when_stopped() {
    std::thread::spawn(|| {
        runtime().block_on(async {
            let mut terminated = signal(SignalKind::terminate()).expect("signals can be listened to");
            tokio::select! { _ = tokio::signal::ctrl_c() => {}, _ = terminated.recv() => {} }
        });
        end_all();
        // The exit code of shells for "stopped by Ctrl+C".
        std::process::exit(130);
    });
}

/// A second browser of the same engine saves time only if cores are free.
fn sessions_per_engine() -> usize {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    (cores / 2).clamp(1, 2)
}

/// In CI (`CI=true`), missing programs are a failed test. On a developer's machine they are a clearly visible line.
fn missing(name: &str, id: &str, what: String) -> Option<Trial> {
    if is_ci() {
        return Some(Trial::test(format!("{id}::is_installed"), move || Err(what.into())));
    }
    eprintln!("\n!!! {name} IS NOT TESTED: {what} !!!\n");
    None
}
