//! Nothing to import: the tests are `browser.rs`.
