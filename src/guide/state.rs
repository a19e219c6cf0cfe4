//! What the readiness check knows. A plain struct: nothing here needs a browser, and nothing of it is stored.

use gpf_domain::guide::readiness::{Replies, Reply};

use super::strings;

/// The state of one readiness check.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct State {
    /// What has been replied to which question.
    pub replies: Replies,
    /// What has just been done, in a few words.
    pub status_message: &'static str,
    /// The result, for the reader to copy by hand.
    pub manual_copy_text: Option<String>,
}

impl State {
    /// A check that nobody has replied to.
    #[must_use]
    pub fn new(replies: Replies) -> Self {
        Self { replies, ..Self::default() }
    }

    /// Notes a reply to the question at this place.
    pub fn reply(&mut self, at: usize, reply: Option<Reply>) {
        self.replies.set(at, reply);
        self.status_message = "";
        self.manual_copy_text = None;
    }

    /// Forgets all replies.
    pub fn clear(&mut self) {
        self.replies.clear();
        (self.status_message, self.manual_copy_text) = (strings::CLEARED, None);
    }

    /// The results as text.
    #[must_use]
    pub fn report(&self) -> String {
        self.replies.report()
    }

    /// Notes that the result has been copied, or that the page does not allow it.
    pub fn copied(&mut self, is_copied: bool) {
        (self.status_message, self.manual_copy_text) =
            if is_copied { (strings::COPIED, None) } else { (strings::COPY_THIS, Some(self.report())) };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check() -> State {
        State::new(Replies::new(["Is there time to plan?", "Has advice been sought?"].map(str::to_owned).to_vec()))
    }

    #[test]
    fn where_copying_is_refused_the_text_is_shown_until_it_is_out_of_date() {
        let mut state = check();
        state.copied(false);
        assert_eq!(state.manual_copy_text, Some(state.report()));
        state.reply(0, Some(Reply::Yes));
        assert_eq!((state.manual_copy_text.clone(), state.status_message), (None, ""));
        state.copied(true);
        assert_eq!((state.manual_copy_text, state.status_message), (None, "Results copied"));
    }

    #[test]
    fn clearing_forgets_every_reply() {
        let mut state = check();
        state.reply(1, Some(Reply::No));
        assert_ne!(state.replies, check().replies);
        state.clear();
        assert_eq!(state.replies, check().replies);
    }
}
