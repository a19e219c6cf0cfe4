//! Many texts in one.

/// Texts one after the other, by number: a search over all of them is one over a single text.
#[derive(Default)]
pub struct TextTable {
    pub(crate) text: String,
    /// Where each ends; it begins where the one before it ends.
    ends: Vec<u32>,
}

impl TextTable {
    /// Room for so many texts with so many bytes.
    pub(crate) fn with_capacity(texts: usize, bytes: usize) -> Self {
        Self { text: String::with_capacity(bytes), ends: Vec::with_capacity(texts) }
    }

    /// What has been appended to the text since the last one is the next one.
    pub(crate) fn end(&mut self) {
        self.ends.push(self.text.len() as u32);
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// All of them, one after the other.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where one ends in it.
    #[must_use]
    pub fn end_of(&self, number: u32) -> usize {
        self.bounds(number).1
    }

    /// Where it begins and where it ends. As a call it would take longer than what it does, and it is called for each hit.
    #[inline(always)]
    pub(crate) fn bounds(&self, number: u32) -> (usize, usize) {
        let start = if number == 0 { 0 } else { self.ends[number as usize - 1] };
        (start as usize, self.ends[number as usize] as usize)
    }

    /// One of them.
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

    /// The number of the text that holds the byte `at`; it is known not to be less than `from`.
    #[must_use]
    #[inline]
    pub fn number_at(&self, at: usize, from: u32) -> u32 {
        // Hits come in order, dense ones in the next text.
        if at < self.ends[from as usize] as usize { from } else { self.later_number_at(at, from + 1) }
    }

    /// The same in strides of 1, 2, 4…
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
