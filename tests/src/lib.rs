//! The parts of the test harness that need no browser: time limits, which tests run at the same time, retries,
//! durations, differences of transcripts, and excerpts of long texts. They have their own tests.

pub mod durations;
pub mod excerpt;
pub mod patience;
pub mod retries;
pub mod transcript;
pub mod turns;
