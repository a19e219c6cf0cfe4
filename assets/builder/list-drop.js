// A file that is dropped on the page. Beside its zone it must do nothing: the browser would leave the page for it.

const hasFiles = ({ dataTransfer }) => Boolean(dataTransfer) && [...dataTransfer.types].includes('Files');

/** Lets files be dropped on `zone`; `take` gets what was dropped, as list-file.js picks from it. */
export function letDrop(zone, take) {
  const show = (isOver) => zone.classList.toggle('bld-drop--over', isOver);
  window.addEventListener('dragover', (event) => {
    const isOver = zone.contains(event.target);
    show(isOver);
    if (!isOver && !hasFiles(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = isOver ? 'copy' : 'none';
  });
  window.addEventListener('dragleave', (event) => {
    if (!event.relatedTarget) show(false);
  });
  window.addEventListener('drop', (event) => {
    const isOver = zone.contains(event.target);
    show(false);
    if (!isOver && !hasFiles(event)) return;
    event.preventDefault();
    if (isOver) take(given(event.dataTransfer), event.dataTransfer.files);
  });
}

/** What was dropped. Only while the event is answered can it be asked whether it is a folder. */
function given({ items, files }) {
  const list = [...(items || [])].filter(({ kind }) => kind === 'file');
  if (!list.length) return [...(files || [])].map((file) => ({ file, isFolder: false }));
  return list.map((item) => {
    const entry = item.webkitGetAsEntry ? item.webkitGetAsEntry() : null;
    return { file: item.getAsFile(), isFolder: Boolean(entry && entry.isDirectory) };
  });
}
