//! Transcripts of a screen reader's output, as lines: normalised, and compared with the stored ones.

/// Unchanged lines shown around a difference.
const CONTEXT: usize = 2;

/// An utterance without the parts that differ in each run: the host name and the port of the test server.
pub fn normalised(utterance: &str) -> String {
    let mut text = utterance.split_whitespace().collect::<Vec<_>>().join(" ");
    while let Some(at) = text.find("visit-") {
        let host = text[at..].find(".localhost:").map(|end| at + end + ".localhost:".len());
        let Some(port) = host else { break };
        let digits = text[port..].bytes().take_while(u8::is_ascii_digit).count();
        text.replace_range(at..port + digits, "localhost");
    }
    text
}

/// The lines in which two texts differ: `-` for the stored text, `+` for the current one, with some lines around them.
/// Empty if the texts are the same.
pub fn difference(kept: &str, now: &str) -> String {
    let (kept, now): (Vec<&str>, Vec<&str>) = (kept.lines().collect(), now.lines().collect());
    let lines = merged(&kept, &now);
    let is_near = |at: usize| {
        lines[at.saturating_sub(CONTEXT)..lines.len().min(at + CONTEXT + 1)].iter().any(|(sign, _)| *sign != ' ')
    };
    let mut text = String::new();
    let mut is_gap = false;
    for (at, (sign, line)) in lines.iter().enumerate() {
        if !is_near(at) {
            is_gap = true;
            continue;
        }
        if is_gap {
            text += "  …\n";
        }
        is_gap = false;
        text.push(*sign);
        text += &[" ", line, "\n"].concat();
    }
    text
}

/// Both texts, aligned by their longest common subsequence of lines.
fn merged<'a>(kept: &[&'a str], now: &[&'a str]) -> Vec<(char, &'a str)> {
    // The length of the longest common subsequence of the remaining lines.
    let mut common = vec![vec![0_usize; now.len() + 1]; kept.len() + 1];
    for (old, line) in kept.iter().enumerate().rev() {
        for (new, other) in now.iter().enumerate().rev() {
            common[old][new] = match line == other {
                true => common[old + 1][new + 1] + 1,
                false => common[old + 1][new].max(common[old][new + 1]),
            };
        }
    }
    let (mut old, mut new, mut lines) = (0, 0, Vec::new());
    while old < kept.len() || new < now.len() {
        let is_kept_gone = new == now.len() || (old < kept.len() && common[old + 1][new] >= common[old][new + 1]);
        if old < kept.len() && new < now.len() && kept[old] == now[new] {
            lines.push((' ', kept[old]));
            (old, new) = (old + 1, new + 1);
        } else if is_kept_gone {
            lines.push(('-', kept[old]));
            old += 1;
        } else {
            lines.push(('+', now[new]));
            new += 1;
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{difference, normalised};

    #[test]
    fn test_server_urls_are_normalised() {
        assert_eq!(
            normalised("https: http://visit-12.localhost:40123/pages/a.html?b=1  link"),
            "https: http://localhost/pages/a.html?b=1 link"
        );
        assert_eq!(normalised("visit-1.localhost:80 visit-22.localhost:8080."), "localhost localhost.");
        assert_eq!(normalised("a visit-card"), "a visit-card");
    }

    #[test]
    fn the_same_text_has_no_difference() {
        assert_eq!(difference("a\nb\n", "a\nb\n"), "");
        assert_eq!(difference("", ""), "");
    }

    #[test]
    fn differences_are_shown_with_context() {
        let kept = "1\n2\n3\n4\nfive\n6\n7\n8\n9\n";
        let now = "1\n2\n3\n4\nFIVE\n6\n7\n8\n9\nten\n";
        assert_eq!(difference(kept, now), "  …\n  3\n  4\n- five\n+ FIVE\n  6\n  7\n  8\n  9\n+ ten\n");
    }

    #[test]
    fn repeated_line_is_shown_as_one_added_line() {
        assert_eq!(difference("a\nb\nc\n", "a\nb\nb\nc\n").lines().filter(|it| it.starts_with('+')).count(), 1);
        assert_eq!(difference("a\n", ""), "- a\n");
        assert_eq!(difference("", "a\n"), "+ a\n");
    }
}
