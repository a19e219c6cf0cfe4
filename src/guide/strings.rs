//! What people read of the guide around its texts, which are in `assets/data/guide`.

/// The guide's heading, unless the page gives another.
pub const HEADING: &str = "About GP federations";

/// Over the guide where WebAssembly does not run.
pub const NOTICE: &str =
    "The readiness check cannot count your answers in this browser or on this page. All the other content is here.";

/// Over the questions about threats.
pub const THREATS: &str = "Threats to consider";

/// Over the questions that are not done.
pub const TO_DO: &str = "Still to do";
/// The box that is shown if the results cannot be copied.
pub const AS_TEXT: &str = "Results as text";
/// A button.
pub const COPY: &str = "Copy results";
/// A button.
pub const PRINT: &str = "Print results";
/// A button.
pub const CLEAR: &str = "Clear answers";
/// After the button was used.
pub const COPIED: &str = "Results copied";
/// After the button was used, if the page does not allow copying.
pub const COPY_THIS: &str = "Copy this text:";
/// After the button was used.
pub const CLEARED: &str = "Answers cleared";

/// Over the timeline.
pub const TIMELINE: &str = "Timeline of GP federations";
/// Under the timeline's heading.
pub const TIMELINE_ABOUT: &str = "The number on each point matches an entry in the list below, which gives the same information as text. \
                 Points for a whole year are in the middle of that year. A line shows how long something lasted.";

/// Over the picture of populations.
pub const SIZES: &str = "Number of people covered";
/// Under that heading.
pub const SIZES_ABOUT: &str = "Each line on the scale is about 3 times as many people as the one before it. On an even scale, the \
                 smaller numbers would be too close together to read.";
/// In the picture's key.
pub const PLANNED: &str = "Planned";
/// In the picture's key.
pub const OVER: &str = "More than this";
/// Opens the table.
pub const AS_TABLE: &str = "View as a table";
/// The table's caption.
pub const SIZES_TABLE: &str = "Number of people covered by networks, federations and other GP organisations";
/// The heading of the table's first column.
pub const NAME: &str = "Name";
/// The headings of the other columns.
pub const SIZES_COLUMNS: [&str; 4] = ["Type", "Number of people", "Year", "Source"];
