//! The state of one comparison, as a plain struct. This module does not need a browser.

use std::sync::Arc;

use gpf_domain::comparison::{
    Catalogue, ComparisonExport, Criterion, Matrix, Requirement, Shortlist, Subject, SubjectKind,
};
use gpf_domain::directory::{LegalForm, NamesByForm};
use gpf_domain::format;

use super::options::ComparisonSettings;
use super::strings;
use crate::ui::membership::set_membership;
use crate::ui::render_phase::RenderPhase;
use crate::ui::strings::OF;

/// The number of forms that are compared by default.
const DEFAULT_COUNT: usize = 3;
/// If there are no more than this, all are compared by default.
const FEW: usize = 4;
/// The assumed width of a comparison until it has been measured. A table fits.
const ROOMY: i32 = 100;
/// The legal forms that are companies.
const COMPANIES: [LegalForm; 3] =
    [LegalForm::CompanyLimitedByShares, LegalForm::CompanyLimitedByGuarantee, LegalForm::CommunityInterestCompany];
/// The minimum number to compare.
const MIN_COMPARED: usize = 2;

/// The selection for one kind: legal forms or collaboration models.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KindSelection {
    /// The ids of the compared forms or models. The table has them in the catalogue's order.
    pub chosen: Vec<String>,
    /// The ids of the questions, if they are not all selected.
    pub criteria: Vec<String>,
    /// The requirements.
    pub requirements: Vec<Requirement>,
}

/// The user's selection. The selection for the other kind is kept for when the user goes back to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selection {
    /// Whether legal forms or collaboration models are compared.
    pub kind: SubjectKind,
    /// The selection for each kind, in the order of [`SubjectKind::ALL`].
    pub by_kind: [KindSelection; 2],
    /// Whether rows in which all cells are the same are left out.
    pub only_differences: bool,
}

impl Selection {
    /// The default selection.
    #[must_use]
    pub fn default_for(catalogue: &Catalogue) -> Self {
        let by_kind = SubjectKind::ALL.map(|kind| {
            let subjects = catalogue.subjects(kind);
            let few = if subjects.len() > FEW { DEFAULT_COUNT } else { FEW };
            let chosen = subjects.iter().take(few).map(|subject| subject.id.clone()).collect();
            KindSelection { chosen, ..KindSelection::default() }
        });
        Self { kind: SubjectKind::Form, by_kind, only_differences: false }
    }

    /// The selection for a kind.
    #[must_use]
    pub fn for_kind(&self, kind: SubjectKind) -> &KindSelection {
        &self.by_kind[kind as usize]
    }

    /// The selection for a kind.
    pub fn for_kind_mut(&mut self, kind: SubjectKind) -> &mut KindSelection {
        &mut self.by_kind[kind as usize]
    }

    /// The selection for the kind that is compared.
    #[must_use]
    pub fn current(&self) -> &KindSelection {
        self.for_kind(self.kind)
    }

    /// The selection for the kind that is compared.
    pub fn current_mut(&mut self) -> &mut KindSelection {
        self.for_kind_mut(self.kind)
    }

    /// All questions that are selected, whether their answers differ or not.
    #[must_use]
    pub fn criteria<'c>(&self, catalogue: &'c Catalogue) -> Vec<&'c Criterion> {
        let only = &self.current().criteria;
        catalogue.criteria(self.kind).filter(|criterion| only.is_empty() || only.contains(&criterion.id)).collect()
    }

    /// The table of these forms or models.
    #[must_use]
    pub fn matrix<'c>(&self, catalogue: &'c Catalogue, subjects: &[&'c Subject]) -> Matrix<'c> {
        let mut matrix = catalogue.matrix(subjects, &self.criteria(catalogue));
        if self.only_differences {
            matrix.rows.retain(|row| row.differs);
        }
        matrix
    }
}

/// The state of one comparison.
pub struct State {
    /// Which phase is shown.
    pub phase: RenderPhase,
    /// The data to compare.
    pub catalogue: Arc<Catalogue>,
    /// The names of the federations that have each form.
    pub names: NamesByForm,
    /// The editor's options.
    pub settings: ComparisonSettings,
    /// The selection in the editor's options.
    pub default_selection: Selection,
    /// The selection in the page's address when it was last read.
    pub last_url_selection: Selection,
    /// The user's selection.
    pub selection: Selection,
    /// The ids of the open details: forms, models and case studies.
    pub open_ids: Vec<String>,
    /// The ids of the questions whose evidence is shown.
    pub evidence: Vec<String>,
    /// The result of the last action, such as ticking, copying, downloading or printing, in a few words.
    pub status_message: &'static str,
    /// The link to this view, if the user has to copy it by hand.
    pub manual_copy_link: Option<String>,
    /// Whether the last change was refused, because it would have left fewer than 2 to compare.
    pub is_refused: bool,
    /// The width of the comparison, in units of its text size.
    pub room: i32,
    /// Whether there is a finder on the page to link to.
    pub has_finder: bool,
}

impl State {
    /// A comparison that shows `selection`, in all phases at once.
    #[must_use]
    pub fn new(
        catalogue: Arc<Catalogue>,
        names: NamesByForm,
        settings: ComparisonSettings,
        selection: Selection,
    ) -> Self {
        Self {
            phase: RenderPhase::Ready,
            catalogue,
            names,
            settings,
            default_selection: selection.clone(),
            last_url_selection: selection.clone(),
            selection,
            open_ids: Vec::new(),
            evidence: Vec::new(),
            status_message: "",
            manual_copy_link: None,
            is_refused: false,
            room: ROOMY,
            has_finder: false,
        }
    }

    /// Uses the names of the federations in another list. Returns whether they are different.
    pub fn use_names(&mut self, names: &NamesByForm) -> bool {
        let is_news = *names != self.names;
        if is_news {
            self.names.clone_from(names);
        }
        is_news
    }

    /// Changes the selection. Every change of what is compared uses this function.
    pub fn set_selection(&mut self, selection: Selection) {
        if selection != self.selection {
            self.selection = selection;
            // The message was about the earlier comparison.
            self.status_message = "";
            self.manual_copy_link = None;
        }
        self.is_refused = false;
    }

    /// Changes the selection with a closure.
    pub fn update_selection(&mut self, change: impl FnOnce(&mut Selection)) {
        let mut selection = self.selection.clone();
        change(&mut selection);
        self.set_selection(selection);
    }

    /// The compared forms or models, in the catalogue's order.
    #[must_use]
    pub fn subjects(&self) -> Vec<&Subject> {
        let all = self.catalogue.subjects(self.selection.kind).iter();
        all.filter(|subject| self.is_compared(&subject.id)).collect()
    }

    /// Whether this form or model is compared.
    #[must_use]
    pub fn is_compared(&self, id: &str) -> bool {
        self.selection.current().chosen.iter().any(|it| it == id)
    }

    /// All questions that are selected, whether their answers differ or not.
    #[must_use]
    pub fn criteria(&self) -> Vec<&Criterion> {
        self.selection.criteria(&self.catalogue)
    }

    /// The table.
    #[must_use]
    pub fn matrix(&self) -> Matrix<'_> {
        self.selection.matrix(&self.catalogue, &self.subjects())
    }

    /// How all forms, or all models, meet the requirements.
    #[must_use]
    pub fn shortlist(&self) -> Shortlist<'_> {
        self.catalogue.shortlist(self.selection.kind, &self.selection.current().requirements)
    }

    /// Adds a form or a model to the comparison, or removes it if enough are left to compare. Returns whether that was
    /// possible.
    pub fn set_compared(&mut self, id: &str, is_chosen: bool) -> bool {
        if is_chosen == self.is_compared(id) {
            return true;
        }
        if !is_chosen && self.selection.current().chosen.len() <= MIN_COMPARED {
            self.is_refused = true;
            return false;
        }
        self.update_selection(|selection| {
            let chosen = &mut selection.current_mut().chosen;
            if is_chosen { chosen.push(id.to_owned()) } else { chosen.retain(|it| it != id) }
        });
        true
    }

    /// Compares all forms or models of this kind.
    pub fn compare_all(&mut self) {
        let all = self.catalogue.subjects(self.selection.kind).iter();
        self.choose_these(all.map(|subject| subject.id.clone()).collect());
    }

    /// Compares the companies among the legal forms.
    pub fn compare_companies(&mut self) {
        self.choose_these(COMPANIES.map(|it| it.id().to_owned()).into());
    }

    fn choose_these(&mut self, ids: Vec<String>) {
        self.update_selection(|selection| selection.current_mut().chosen = ids);
    }

    /// Compares the selection in the editor's options.
    pub fn compare_default(&mut self) {
        self.choose_these(self.default_selection.for_kind(self.selection.kind).chosen.clone());
    }

    /// Whether there is room for a table whose columns fit a few words per line.
    #[must_use]
    pub fn has_room(&self) -> bool {
        let columns = self.subjects().len() as i32 + 1;
        let least = if columns > 3 { 52 } else { 40 };
        self.room >= least.max(10 * columns)
    }

    /// Whether the evidence for the answers to a question is shown.
    #[must_use]
    pub fn has_evidence(&self, criterion: &str) -> bool {
        self.evidence.iter().any(|it| it == criterion)
    }

    /// Whether all forms or models of this kind are compared.
    #[must_use]
    pub fn compares_all(&self) -> bool {
        self.selection.current().chosen.len() == self.catalogue.subjects(self.selection.kind).len()
    }

    /// Requires one answer to a question. `None` removes the requirement.
    pub fn set_requirement(&mut self, criterion: &str, requirement: Option<Requirement>) {
        let criteria: Vec<String> = self.catalogue.criteria(self.selection.kind).map(|it| it.id.clone()).collect();
        let position = |id: &str| criteria.iter().position(|it| it == id);
        self.update_selection(|selection| {
            let all = &mut selection.current_mut().requirements;
            all.retain(|it| it.criterion != criterion);
            all.extend(requirement);
            // In the order of the questions, so that the same requirements always give the same link.
            // `sort_by_key` is 4 kB of WebAssembly, and these are few.
            for end in 1..all.len() {
                for at in (1..=end).rev() {
                    if position(&all[at - 1].criterion) <= position(&all[at].criterion) {
                        break;
                    }
                    all.swap(at - 1, at);
                }
            }
        });
    }

    /// Removes all requirements.
    pub fn clear(&mut self) {
        self.update_selection(|selection| selection.current_mut().requirements.clear());
    }

    /// Shows a legal form: adds it to the comparison and opens its details. If the source of a federation does not
    /// state whether a limited company is one by shares or by guarantee, it adds both. Returns the id to move to, or
    /// `None` if no form has this id.
    pub fn show_form(&mut self, id: &str) -> Option<String> {
        let limited = LegalForm::LIMITED_COMPANIES.map(LegalForm::id);
        let shown: &[&str] = if id == LegalForm::LimitedCompany.id() { &limited } else { &[id] };
        let forms = self.catalogue.choose_subjects(SubjectKind::Form, shown).ok()?;
        let ids: Vec<String> = forms.iter().map(|form| form.id.clone()).collect();
        self.update_selection(|selection| {
            selection.kind = SubjectKind::Form;
            let chosen = &mut selection.current_mut().chosen;
            for id in &ids {
                if !chosen.contains(id) {
                    chosen.push(id.clone());
                }
            }
        });
        for id in &ids {
            self.set_open(id, true);
        }
        ids.into_iter().next()
    }

    /// Shows or hides the evidence for the answers to a question.
    pub fn toggle_evidence(&mut self, criterion: &str) {
        let is_shown = self.has_evidence(criterion);
        set_membership(&mut self.evidence, criterion.to_owned(), !is_shown);
    }

    /// Notes that details are open or closed. Returns whether that has changed.
    pub fn set_open(&mut self, id: &str, is_open: bool) -> bool {
        set_membership(&mut self.open_ids, id.to_owned(), is_open)
    }

    /// A summary of the table, in one sentence.
    #[must_use]
    pub fn summary(&self) -> String {
        let (subjects, criteria) = (self.subjects().len(), self.criteria().len());
        let comparing = [
            strings::COMPARING,
            &*format::count(subjects as u32, self.selection.kind.label(), strings::plural(self.selection.kind)),
        ]
        .concat();
        let questions = format::count(criteria as u32, strings::QUESTION, strings::QUESTIONS);
        if self.selection.only_differences {
            let shown = self.matrix().rows.len();
            let have = if shown == 1 { strings::HAS_DIFFERENCES } else { strings::HAVE_DIFFERENCES };
            return [&*comparing, ": ", &shown.to_string(), OF, &questions, have].concat();
        }
        [&*comparing, strings::ON, &questions].concat()
    }

    /// The table, to export.
    #[must_use]
    pub fn export(&self) -> ComparisonExport {
        ComparisonExport::new(strings::caption(self.selection.kind), &self.catalogue, &self.matrix(), &self.shortlist())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use gpf_domain::comparison::RequiredAnswer;

    fn built_in() -> State {
        let catalogue = crate::comparison::url_state::tests::catalogue();
        let names = NamesByForm::of(&gpf_domain::directory::authoring::project().1);
        let settings = ComparisonSettings { heading: None, heading_level: 2, url_sync: false };
        let selection = Selection::default_for(&catalogue);
        State::new(catalogue, names, settings, selection)
    }

    fn yes(criterion: &str) -> Option<Requirement> {
        Some(Requirement { criterion: criterion.to_owned(), wanted: RequiredAnswer::Yes })
    }

    #[test]
    fn default_comparison_has_three_forms_or_all_four_models() {
        let mut state = built_in();
        assert_eq!(state.subjects().len(), 3);
        assert_eq!(state.summary(), "Comparing 3 legal forms on 20 questions");
        state.update_selection(|selection| selection.kind = SubjectKind::Model);
        assert_eq!(state.subjects().len(), 4);
    }

    #[test]
    fn all_forms_can_be_selected_and_at_least_two_remain() {
        let mut state = built_in();
        for id in ["charity", "limited-liability-partnership", "company-limited-by-guarantee"] {
            assert!(state.set_compared(id, true), "{id}");
        }
        assert!(state.compares_all());
        for id in ["charity", "gp-partnership", "limited-liability-partnership", "company-limited-by-guarantee"] {
            assert!(state.set_compared(id, false), "{id}");
        }
        assert!(!state.is_refused);
        assert!(!state.set_compared("company-limited-by-shares", false));
        assert!(state.is_refused);
        assert_eq!(state.subjects().len(), 2);
        // Also if the change asks for the state that it is in already.
        state.set_compared("charity", true);
        assert!(!state.is_refused);
    }

    #[test]
    fn all_forms_companies_and_default_selection_can_be_compared() {
        let mut state = built_in();
        state.default_selection.current_mut().chosen = vec!["charity".to_owned(), "gp-partnership".to_owned()];
        state.compare_all();
        assert_eq!(state.subjects().len(), 6);
        state.compare_companies();
        let names: Vec<&str> = state.subjects().iter().map(|it| &*it.name).collect();
        assert_eq!(names.len(), 3);
        assert!(names.iter().all(|it| it.contains("ompany")), "{names:?}");
        state.compare_default();
        assert_eq!(state.selection.current(), state.default_selection.current());
    }

    #[test]
    fn table_is_shown_if_its_columns_fit() {
        let mut state = built_in();
        for (forms, least) in [(2, 40), (3, 52), (4, 52), (5, 60), (6, 70)] {
            let ids = state.catalogue.forms.iter().take(forms).map(|it| it.id.clone()).collect();
            state.update_selection(|selection| selection.current_mut().chosen = ids);
            for (room, fits) in [(least - 1, false), (least, true)] {
                state.room = room;
                assert_eq!(state.has_room(), fits, "{forms} forms in {room}");
            }
        }
    }

    #[test]
    fn only_differences_hides_exactly_the_rows_that_agree() {
        let mut state = built_in();
        let all = state.matrix().rows.len();
        let differing = state.matrix().rows.iter().filter(|row| row.differs).count();
        assert!(differing < all);
        state.update_selection(|selection| selection.only_differences = true);
        assert_eq!(state.matrix().rows.len(), differing);
        assert!(state.matrix().rows.iter().all(|row| row.differs));
    }

    #[test]
    fn each_kind_keeps_its_requirements() {
        let mut state = built_in();
        state.set_requirement("asset-lock", yes("asset-lock"));
        state.update_selection(|selection| selection.kind = SubjectKind::Model);
        assert!(state.shortlist().requirements.is_empty());
        state.update_selection(|selection| selection.kind = SubjectKind::Form);
        assert_eq!(state.shortlist().requirements.len(), 1);
        state.clear();
        assert!(state.shortlist().requirements.is_empty());
    }

    #[test]
    fn requirements_are_in_the_order_of_the_questions_each_once() {
        let mut state = built_in();
        state.set_requirement("gms", yes("gms"));
        state.set_requirement("asset-lock", yes("asset-lock"));
        state.set_requirement("gms", yes("gms"));
        let ids: Vec<&str> = state.selection.current().requirements.iter().map(|it| &*it.criterion).collect();
        assert_eq!(ids, ["asset-lock", "gms"]);
        state.set_requirement("gms", None);
        assert_eq!(state.selection.current().requirements.len(), 1);
    }

    #[test]
    fn a_form_is_brought_into_view_with_its_details_open() {
        let mut state = built_in();
        state.set_compared("charity", true);
        state.update_selection(|selection| selection.kind = SubjectKind::Model);
        assert_eq!(state.show_form("limited-company").as_deref(), Some("company-limited-by-shares"));
        assert_eq!(state.selection.kind, SubjectKind::Form);
        assert_eq!(state.subjects().len(), 5);
        for id in ["company-limited-by-shares", "company-limited-by-guarantee"] {
            assert!(state.is_compared(id) && state.open_ids.iter().any(|it| it == id));
        }
        assert_eq!(state.show_form("plc"), None);
    }

    #[test]
    fn every_finding_and_case_can_be_reached() {
        let mut state = built_in();
        for kind in SubjectKind::ALL {
            state.update_selection(|selection| selection.kind = kind);
            state.compare_all();
            for finding in &state.catalogue.findings {
                let of_this_kind = |it: &&Subject| it.kind == kind && finding.is_about(&it.id);
                let about = state.catalogue.subjects(kind).iter().find(of_this_kind);
                assert!(about.is_none_or(|it| state.subjects().iter().any(|shown| shown.id == it.id)));
            }
            let (shown, apart) = crate::comparison::view::cases::partition_cases(&state);
            assert_eq!(shown.len() + apart.len(), state.catalogue.cases.len());
        }
    }
}
