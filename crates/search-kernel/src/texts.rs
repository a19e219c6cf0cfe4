//! Many texts stored as one.

/// Texts one after the other, by number, so that all of them can be searched at once.
#[derive(Default)]
pub struct TextTable {
    pub(crate) text: String,
    /// The end of each text. A text begins at the end of the one before it.
    ends: Vec<u32>,
}

impl TextTable {
    /// Reserves memory for this number of texts and bytes.
    pub(crate) fn with_capacity(texts: usize, bytes: usize) -> Self {
        Self { text: String::with_capacity(bytes), ends: Vec::with_capacity(texts) }
    }

    /// Ends a text: it is everything appended since the one before it.
    pub(crate) fn end(&mut self) {
        self.ends.push(self.text.len() as u32);
    }

    /// The number of texts.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are no texts.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// All texts, one after the other.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The end of a text in [`text`](Self::text).
    #[must_use]
    pub fn end_of(&self, number: u32) -> usize {
        self.bounds(number).1
    }

    /// The start and the end of a text. This runs for each hit, and a call would take longer than its work.
    #[inline(always)]
    pub(crate) fn bounds(&self, number: u32) -> (usize, usize) {
        let start = if number == 0 { 0 } else { self.ends[number as usize - 1] };
        (start as usize, self.ends[number as usize] as usize)
    }

    /// One of the texts.
    #[must_use]
    pub fn get(&self, number: u32) -> &str {
        let (start, end) = self.bounds(number);
        self.text.get(start..end).unwrap_or_default()
    }

    #[inline(always)]
    pub(crate) fn bytes(&self, number: u32) -> &[u8] {
        let (start, end) = self.bounds(number);
        &self.text.as_bytes()[start..end]
    }

    /// The number of the text that has byte `at`. The caller knows that it is not less than `from`.
    #[must_use]
    #[inline]
    pub fn number_at(&self, at: usize, from: u32) -> u32 {
        // Hits come in order, and dense hits are in the next text.
        if at < self.ends[from as usize] as usize { from } else { self.later_number_at(at, from + 1) }
    }

    /// Searches later texts in strides of 1, 2, 4…
    #[inline(never)]
    fn later_number_at(&self, at: usize, from: u32) -> u32 {
        let ends = &self.ends[from as usize..];
        let is_passed = |end: &u32| *end as usize <= at;
        let mut stride = 1;
        while stride < ends.len() && is_passed(&ends[stride - 1]) {
            stride *= 2;
        }
        let passed = stride / 2;
        let among = &ends[passed..stride.min(ends.len())];
        from + (passed + among.partition_point(is_passed)) as u32
    }
}
