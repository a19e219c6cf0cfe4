// Records the globals of the page before the widget is loaded.
window.globalsBefore = new Set(Object.getOwnPropertyNames(window));
