//! What the harness of the browser tests decides by itself: how long to wait, which tests run beside others, which were
//! tried again, how transcripts differ, and how much of a long text a message shows. None of it needs a browser, so it has
//! tests of its own.

pub mod excerpt;
pub mod patience;
pub mod retries;
pub mod transcript;
pub mod turns;
