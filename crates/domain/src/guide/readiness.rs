//! The readiness check: a practice's replies to the committee's questions, and what is still to do.

use crate::named_enum;

named_enum! {
    /// A reply to a question.
    #[derive(Debug)]
    pub enum Reply {
        /// Done.
        Yes => "yes", "Yes";
        /// Not done: still to do.
        No => "no", "No";
        /// Also still to do, because the practice has to find out.
        NotSure => "not-sure", "Not sure";
    }
}

/// The number of questions in each state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    /// With the reply "yes".
    pub done: u32,
    /// With another reply.
    pub open: u32,
    /// Without a reply.
    pub unanswered: u32,
}

/// The questions with their replies.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Replies(Vec<(String, Option<Reply>)>);

impl Replies {
    /// These questions, without replies.
    #[must_use]
    pub fn new(questions: Vec<String>) -> Self {
        Self(questions.into_iter().map(|it| (it, None)).collect())
    }

    /// Sets the reply to the question at this position.
    pub fn set(&mut self, at: usize, reply: Option<Reply>) {
        if let Some(question) = self.0.get_mut(at) {
            question.1 = reply;
        }
    }

    /// Removes all replies.
    pub fn clear(&mut self) {
        for question in &mut self.0 {
            question.1 = None;
        }
    }

    /// The number of questions in each state.
    #[must_use]
    pub fn tally(&self) -> Tally {
        let count = |is_in: fn(Option<Reply>) -> bool| self.0.iter().filter(|it| is_in(it.1)).count() as u32;
        let done = count(|it| it == Some(Reply::Yes));
        let unanswered = count(|it| it.is_none());
        Tally { done, open: self.0.len() as u32 - done - unanswered, unanswered }
    }

    /// The questions that are still to do, with their replies.
    pub fn open(&self) -> impl Iterator<Item = (&str, Reply)> {
        self.0.iter().filter_map(|(question, reply)| Some((&**question, (*reply)?))).filter(|it| it.1 != Reply::Yes)
    }

    /// The questions that are done.
    pub fn done(&self) -> impl Iterator<Item = &str> {
        self.0.iter().filter(|it| it.1 == Some(Reply::Yes)).map(|it| &*it.0)
    }

    /// The progress of the check, in one line.
    #[must_use]
    pub fn summary(&self) -> String {
        let Tally { done, open, unanswered } = self.tally();
        let [total, answered, done, open] =
            [done + open + unanswered, done + open, done, open].map(|it| it.to_string());
        [&answered, " of ", &total, " questions answered: ", &done, " done, ", &open, " to do"].concat()
    }

    /// The whole check as text, to paste into minutes.
    #[must_use]
    pub fn report(&self) -> String {
        let mut text = ["Readiness check: working as a federation\n", &self.summary(), "\n"].concat();
        for (question, reply) in &self.0 {
            let reply = reply.map_or("No answer", Reply::label);
            text.extend(["\n", reply, ": ", question]);
        }
        text.push_str("\n\n");
        text.push_str(SOURCE);
        text.push('\n');
        text
    }
}

/// The source line under every result.
pub const SOURCE: &str = "These questions are based on guidance from the BMA General Practitioners Committee: Collaborative \
                          GP alliances and federations, 2013. This is not legal advice.";

#[cfg(test)]
mod tests {
    use super::*;

    fn check() -> Replies {
        let mut replies =
            Replies::new(["Is there time?", "Is there advice?", "Is there money?"].map(str::to_owned).to_vec());
        replies.set(0, Some(Reply::Yes));
        replies.set(1, Some(Reply::NotSure));
        replies
    }

    #[test]
    fn replies_are_counted_as_done_open_or_unanswered() {
        assert_eq!(check().tally(), Tally { done: 1, open: 1, unanswered: 1 });
        assert_eq!(check().open().collect::<Vec<_>>(), [("Is there advice?", Reply::NotSure)]);
        assert_eq!(check().summary(), "2 of 3 questions answered: 1 done, 1 to do");
    }

    #[test]
    fn report_contains_every_question_and_the_disclaimer() {
        let report = check().report();
        for said in [
            "2 of 3 questions answered",
            "Yes: Is there time?",
            "Not sure: Is there advice?",
            "No answer: Is there money?",
        ] {
            assert!(report.contains(said), "{said}");
        }
        assert!(report.trim_end().ends_with("not legal advice."));
    }

    #[test]
    fn every_reply_round_trips_through_its_id() {
        for reply in Reply::ALL {
            assert_eq!(Reply::parse(reply.id()), Some(reply));
        }
        assert_eq!(Reply::parse(""), None);
    }

    #[test]
    fn unknown_questions_are_ignored_and_clearing_resets_replies() {
        let mut replies = check();
        replies.set(99, Some(Reply::No));
        assert_eq!(replies, check());
        replies.clear();
        assert_eq!(replies.tally().unanswered, 3);
    }
}
