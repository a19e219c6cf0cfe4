//! The state of the readiness check, as a plain struct. This module does not need a browser, and the state is not
//! stored.

use gpf_domain::guide::readiness::{Replies, Reply};

use super::strings;

/// The state of one readiness check.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct State {
    /// The replies, by question.
    pub replies: Replies,
    /// The result of the last action, in a few words.
    pub status_message: &'static str,
    /// The result of the check, if the user has to copy it by hand.
    pub manual_copy_text: Option<String>,
}

impl State {
    /// A check without any reply.
    #[must_use]
    pub fn new(replies: Replies) -> Self {
        Self { replies, ..Self::default() }
    }

    /// Sets the reply to the question at this position.
    pub fn reply(&mut self, at: usize, reply: Option<Reply>) {
        self.replies.set(at, reply);
        self.status_message = "";
        self.manual_copy_text = None;
    }

    /// Removes all replies.
    pub fn clear(&mut self) {
        self.replies.clear();
        (self.status_message, self.manual_copy_text) = (strings::CLEARED, None);
    }

    /// The results as text.
    #[must_use]
    pub fn report(&self) -> String {
        self.replies.report()
    }

    /// Notes that the result has been copied, or that the page does not allow copying.
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
    fn text_is_shown_for_manual_copying_until_it_is_outdated() {
        let mut state = check();
        state.copied(false);
        assert_eq!(state.manual_copy_text, Some(state.report()));
        state.reply(0, Some(Reply::Yes));
        assert_eq!((state.manual_copy_text.clone(), state.status_message), (None, ""));
        state.copied(true);
        assert_eq!((state.manual_copy_text, state.status_message), (None, "Results copied"));
    }

    #[test]
    fn clearing_removes_every_reply() {
        let mut state = check();
        state.reply(1, Some(Reply::No));
        assert_ne!(state.replies, check().replies);
        state.clear();
        assert_eq!(state.replies, check().replies);
    }
}
