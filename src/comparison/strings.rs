//! The text around the comparison's data. The data is in `assets/data`.
//!
//! Parts that are joined to a sentence include their spaces.

use gpf_domain::comparison::SubjectKind;

/// The comparison's heading, unless the page gives another.
pub const HEADING: &str = "Compare legal forms for a GP federation";
/// Its heading if WebAssembly does not run.
pub const FALLBACK_HEADING: &str = "Legal forms for a GP federation";
/// Over the comparison if WebAssembly does not run.
pub const FALLBACK_NOTICE: &str =
    "You cannot choose what to compare in this browser or on this page, so here is the full comparison.";
/// Under the heading; more of it is at the end.
pub const NOT_ADVICE: &str = "This is not legal advice. Parts of the guidance, which is from 2013, are out of date.";
/// The legend of the switch between legal forms and ways of working together.
pub const WHAT_TO_COMPARE: &str = "What to compare";
/// Before "legal forms" or "ways of working together".
pub const SELECT: &str = "Select 2 or more ";
/// After them.
pub const TO_COMPARE: &str = " to compare";
/// Before an error, for screen readers.
pub const ERROR: &str = "Error: ";
/// Before "legal forms" or "ways of working together", if a user would compare only one.
pub const KEEP: &str = "Keep at least 2 ";
/// A button.
pub const COMPANIES_ONLY: &str = "Compare companies only";
/// A button, before a number and "legal forms" or "ways of working together".
pub const COMPARE_ALL: &str = "Compare all ";
/// A button.
pub const RESET: &str = "Reset";
/// Opens the requirements.
pub const SET_REQUIREMENTS: &str = "Set your requirements";
/// The same before their number in brackets.
pub const YOUR_REQUIREMENTS: &str = "Your requirements (";
/// A choice between two opposite requirements and none.
pub const NO_PREFERENCE: &str = "No preference";
/// A button, which leads to the results.
pub const SHOW_REASONS: &str = "Show reasons";
/// A button.
pub const CLEAR_REQUIREMENTS: &str = "Clear requirements";
/// Above the requirements.
pub const SELECT_REQUIREMENTS: &str = "Select what your group cannot do without.";
/// Under the requirements, before "legal forms" or "ways of working together" and the names of questions.
pub const SAME_ANSWER: &str = "Not listed, because the answer is the same for all ";
/// Before a number: of what remains without requirements, of checks, or of forms or models with the same answer.
pub const ALL: &str = "All ";
/// After the number, if no requirement is set.
pub const ALL_REMAIN: &str = " remain.";
/// Before a number, if no form is left.
pub const NONE_OF: &str = "None of ";
/// After that number.
pub const NONE_REMAINS: &str = " remains.";
/// Between a number and one name.
pub const REMAINS: &str = " remains: ";
/// Between a number and names.
pub const REMAIN: &str = " remain: ";
/// Over the results of the requirements.
pub const RESULTS: &str = "Results for your requirements";
/// Over the forms that are left.
pub const REMAINING: &str = "Remaining";
/// Over the forms that are not.
pub const RULED_OUT: &str = "Ruled out";
/// Opens one check.
pub const ONE_CHECK: &str = "The check and its sources";
/// Opens several checks: after "All" and their number.
pub const CHECKS: &str = " checks and their sources";
/// After a number of forms.
pub const COULD_MEET: &str = " could meet your requirements.";
/// Before a requirement.
pub const NO_OPTION: &str = "No option meets this requirement: ";
/// Before several requirements.
pub const NOT_TOGETHER: &str = "These requirements cannot be met together: ";
/// Between several requirements.
pub const AND: &str = " and ";
/// A button, before the name of a requirement.
pub const REMOVE_REQUIREMENT: &str = "Remove requirement: ";
/// After the name of a requirement whose answer must be no.
pub const REQUIRED_NO: &str = " (no)";
/// Beside a tick box.
pub const ONLY_DIFFERENCES: &str = " Show only differences";
/// A button.
pub const COPY_LINK: &str = "Copy link to this comparison";
/// A button.
pub const COPY_TABLE: &str = "Copy table";
/// A button.
pub const DOWNLOAD: &str = "Download comparison (CSV)";
/// A button.
pub const PRINT: &str = "Print comparison";
/// The field with the link, if it cannot be copied.
pub const LINK: &str = "Link to this comparison";
/// After the table was copied.
pub const TABLE_COPIED: &str = "Table copied";
/// If the page does not allow copying.
pub const CANNOT_COPY: &str = "This page does not allow copying. Download the CSV file instead.";
/// Before the names or the number of the compared forms or models.
pub const COMPARING: &str = "Comparing ";
/// Before their number, if it is all of them.
pub const COMPARING_ALL: &str = "Comparing all ";
/// A button beside them.
pub const CHANGE: &str = "Change";
/// Opens the reasons for the answers to a question; the question follows for screen readers.
pub const WHY: &str = "Reasons and sources";
/// The heading of the sources on paper.
pub const SOURCES: &str = "Sources";
/// Between that and the question.
pub const FOR: &str = " for ";
/// Beside a form whose answer conflicts with a requirement.
pub const RULES_OUT: &str = "Rules it out";
/// The short form of "Not stated in the sources".
pub const NOT_STATED: &str = "Not stated";
/// Over an answer that all compared forms or models have, before their number.
pub const SAME_FOR_ALL: &str = "The same for all ";
/// If only differences are shown, and there are none.
pub const NO_DIFFERENCES: &str = "No differences: the answers are the same for every question.";
/// After the number of compared forms or models.
pub const ON: &str = " on ";
/// A question, in a count.
pub const QUESTION: &str = "question";
/// Questions, in a count.
pub const QUESTIONS: &str = "questions";
/// After 1 of the questions.
pub const HAS_DIFFERENCES: &str = " has different answers";
/// After several of them.
pub const HAVE_DIFFERENCES: &str = " have different answers";
/// Over the advantages and disadvantages in the sources.
pub const FINDINGS: &str = "Advantages and disadvantages";
/// Before other names of a form.
pub const ALSO_CALLED: &str = "Also called: ";
/// Over the federations that have a form.
pub const FEDERATIONS: &str = "Federations with this legal form";
/// After 1 federation whose name contains only "Ltd".
pub const UNSAID_ONE: &str =
    "federation is a limited company, but its source does not say if it is limited by shares or by guarantee.";
/// After several of them.
pub const UNSAID: &str =
    "federations are limited companies, but their sources do not say if they are limited by shares or by guarantee.";
/// A button.
pub const SHOW_IN_FINDER: &str = "Show these federations in the finder";
/// Over the case studies.
pub const CASES: &str = "Case studies";
/// Over those whose form the source does not name.
pub const OTHER_CASES: &str = "Other case studies (type not stated)";
/// In a case study, before a fact that the source does not state.
pub const INFERRED: &str = "We inferred this: the source does not state it. ";
/// In a case study, before the form.
pub const EXAMPLE_OF: &str = "Example of";

/// An option of the switch between legal forms and ways of working together.
#[must_use]
pub const fn kind_label(kind: SubjectKind) -> &'static str {
    match kind {
        SubjectKind::Form => "Legal forms",
        SubjectKind::Model => "Ways of working together",
    }
}

/// "legal forms" or "ways of working together", in a sentence.
#[must_use]
pub const fn plural(kind: SubjectKind) -> &'static str {
    match kind {
        SubjectKind::Form => "legal forms",
        SubjectKind::Model => "ways of working together",
    }
}

/// The table's caption.
#[must_use]
pub const fn caption(kind: SubjectKind) -> &'static str {
    match kind {
        SubjectKind::Form => "Comparison of legal forms",
        SubjectKind::Model => "Comparison of ways of working together",
    }
}
