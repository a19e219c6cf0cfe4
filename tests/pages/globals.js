// What the page had before the widget came.
window.globalsBefore = new Set(Object.getOwnPropertyNames(window));
