//! The text around the guide's content. The content is in `assets/data/guide`.

/// The guide's heading, unless the page gives another.
pub const HEADING: &str = "About GP federations";

/// Over the guide if WebAssembly does not run.
pub const NOTICE: &str =
    "The readiness check cannot count your answers in this browser or on this page. All the other content is here.";

/// Before an Act or other law.
pub const LAW: &str = "Law: ";

/// Before a question, with its number.
pub const QUESTION: &str = "Question ";
/// Over the questions about threats.
pub const THREATS: &str = "Threats to consider";

/// Over the questions that are done.
pub const DONE: &str = "Done";
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

/// The periods of the timeline: the first year of each, and its title.
pub const PERIODS: [(u16, &str); 5] = [
    (1990, "before federations"),
    (2005, "the first federations"),
    (2012, "the reforms"),
    (2015, "new ways of working"),
    (2020, "integrated care"),
];

/// Between a number of events and that of all events.
pub const OF_THE: &str = " of the ";
/// After the number of all events, before the years in which most of them are.
pub const EVENTS_FALL_IN: &str = " events fall in ";
/// Between 2 dates.
pub const TO: &str = " to ";
/// An event, in a count.
pub const EVENT: &str = "event";
/// Events, in a count.
pub const EVENTS: &str = "events";

/// Over the chart of populations.
pub const SIZES: &str = "Number of people covered";
/// Under that heading.
pub const SIZES_ABOUT: &str = "Each line on the scale is about 3 times as many people as the one before it. On an even scale, the \
                 smaller numbers would be too close together to read.";
/// In the chart's key.
pub const PLANNED: &str = "Planned";
/// Opens the table.
pub const AS_TABLE: &str = "View as a table";
/// The table's caption.
pub const SIZES_TABLE: &str = "Number of people covered by networks, federations and other GP organisations";
/// The heading of the table's first column.
pub const NAME: &str = "Name";
/// The headings of the other columns.
pub const SIZES_COLUMNS: [&str; 4] = ["Type", "Number of people", "Year", "Source"];
