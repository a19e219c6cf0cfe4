//! Lists in which each item is once, such as the details that are open.

/// Adds an item to a list, or removes it. Returns whether that has changed the list, whose order is not kept.
pub fn set_membership<T: PartialEq>(list: &mut Vec<T>, item: T, is_in: bool) -> bool {
    match (list.iter().position(|it| *it == item), is_in) {
        (None, true) => list.push(item),
        (Some(at), false) => _ = list.swap_remove(at),
        _ => return false,
    }
    true
}
