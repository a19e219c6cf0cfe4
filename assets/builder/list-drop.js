// Drag and drop of files. A drop beside the zone must do nothing, because the browser would leave the page for the
// file.

/** @type {(event: DragEvent) => boolean} */
const hasFiles = ({ dataTransfer }) => dataTransfer !== null && [...dataTransfer.types].includes('Files');

/**
 * Accepts dropped files on `zone`. `take` is called with the result of list-file.js.
 * @param {HTMLElement} zone
 * @param {(given: import('./types').Given[], files: FileList) => void} take
 */
export function letDrop(zone, take) {
  /** @param {boolean} isOver */
  const show = (isOver) => zone.classList.toggle('bld-drop--over', isOver);
  window.addEventListener('dragover', (event) => {
    const isOver = zone.contains(/** @type {Node} */ (event.target));
    show(isOver);
    if (!isOver && !hasFiles(event)) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = isOver ? 'copy' : 'none';
  });
  window.addEventListener('dragleave', (event) => {
    if (!event.relatedTarget) show(false);
  });
  window.addEventListener('drop', (event) => {
    const isOver = zone.contains(/** @type {Node} */ (event.target));
    show(false);
    if (!isOver && !hasFiles(event)) return;
    event.preventDefault();
    if (isOver && event.dataTransfer) take(given(event.dataTransfer), event.dataTransfer.files);
  });
}

/**
 * The dropped files. Whether one is a folder can only be read during the event.
 * @param {DataTransfer} data
 * @returns {import('./types').Given[]}
 */
function given({ items, files }) {
  const list = [...(items || [])].filter(({ kind }) => kind === 'file');
  if (!list.length) return [...(files || [])].map((file) => ({ file, isFolder: false }));
  return list.map((item) => {
    const entry = item.webkitGetAsEntry ? item.webkitGetAsEntry() : null;
    return { file: item.getAsFile(), isFolder: Boolean(entry && entry.isDirectory) };
  });
}
